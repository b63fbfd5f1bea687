package dev.quintet.forms.widget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Several values that visitors do not see.
public final class MultipleHiddenInput extends Widget {

    /// Makes one.
    public MultipleHiddenInput() {}

    @Override
    public boolean hidden() {
        return true;
    }

    @Override
    public String template() {
        return "quintet/forms/widgets/multi.html";
    }

    @Override
    public Object formatValue(@Nullable Object value) {
        return value instanceof Collection<?> several ? several : List.of();
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, value, more);
        Attrs attrs = (Attrs) java.util.Objects.requireNonNull(widget.get("attrs"));
        Object id = attrs.get("id");
        var parts = new ArrayList<Map<String, @Nullable Object>>();
        int number = 0;
        for (Object each : (Collection<?>) java.util.Objects.requireNonNull(widget.get("value"))) {
            Attrs own = attrs.copy();
            if (id != null) {
                own.set("id", id + "_" + number++);
            }
            var input = new HiddenInput();
            input.require(required());
            parts.add(input.context(name, each, own));
        }
        widget.put("subwidgets", parts);
        return widget;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        return data.all(name);
    }
}
