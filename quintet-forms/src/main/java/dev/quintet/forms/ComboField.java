package dev.quintet.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text that must satisfy several fields, one after the other.
public final class ComboField extends FormField<String, ComboField> {

    private final List<FormField<String, ?>> fields;

    /// Makes a field of these.
    public ComboField(List<? extends FormField<String, ?>> fields) {
        this.fields = List.copyOf(fields);
        this.fields.forEach(FormField::optional);
    }

    @Override
    protected @Nullable String parse(@Nullable Object raw, Refusals refused) {
        return raw == null || empty(raw) ? "" : text(raw);
    }

    @Override
    protected @Nullable String clean(
            @Nullable Object raw, @Nullable Object initial, Refusals refused) {
        String value = super.clean(raw, initial, refused);
        for (FormField<String, ?> each : fields) {
            if (refused.any()) {
                return null;
            }
            value = each.clean(value, null, refused);
        }
        return refused.any() ? null : value;
    }
}
