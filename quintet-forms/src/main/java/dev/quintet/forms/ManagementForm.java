package dev.quintet.forms;

import dev.quintet.forms.widget.HiddenInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Hidden controls that say how many rows there are.
final class ManagementForm extends Form {

    static final String TOTAL = "TOTAL_FORMS";
    static final String INITIAL = "INITIAL_FORMS";
    static final String MIN = "MIN_NUM_FORMS";
    static final String MAX = "MAX_NUM_FORMS";

    private final Map<String, IntegerField> counts = new HashMap<>();

    ManagementForm() {
        for (String name : List.of(TOTAL, INITIAL, MIN, MAX)) {
            boolean needed = name.equals(TOTAL) || name.equals(INITIAL);
            counts.put(
                    name,
                    field(name, new IntegerField()).required(needed).widget(new HiddenInput()));
        }
        useRequiredAttribute(false);
    }

    /// A count that is missing or refused is none.
    int count(String name) {
        Integer count = Objects.requireNonNull(counts.get(name)).value();
        return count == null ? 0 : Math.max(0, count);
    }
}
