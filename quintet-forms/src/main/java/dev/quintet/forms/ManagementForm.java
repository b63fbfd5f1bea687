package dev.quintet.forms;

import dev.quintet.forms.widget.HiddenInput;
import dev.quintet.kernel.validate.ValidationError;
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

    /// What is wrong with it where it did not come, or not whole.
    ValidationError missing() {
        var names = errors().names().stream().map(this::prefixed).toList();
        return ValidationError.of(
                        "ManagementForm data is missing or has been tampered with."
                                + " Missing fields: %(field_names)s. You may need to"
                                + " file a bug report if the issue persists.",
                        "missing_management_form")
                .with("field_names", String.join(", ", names));
    }

    static ValidationError tooMany(int most) {
        return ValidationError.of("Please submit at most %(num)d form.", "too_many_forms")
                .orMany("Please submit at most %(num)d forms.", "num")
                .with("num", most);
    }

    static ValidationError tooFew(int least) {
        return ValidationError.of("Please submit at least %(num)d form.", "too_few_forms")
                .orMany("Please submit at least %(num)d forms.", "num")
                .with("num", least);
    }
}
