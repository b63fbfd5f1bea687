package dev.quintet.forms;

import dev.quintet.forms.widget.NullBooleanSelect;
import dev.quintet.forms.widget.Widget;
import org.jspecify.annotations.Nullable;

/// Yes, no, or unknown, which is `null`.
public final class NullBooleanField extends FormField<Boolean, NullBooleanField> {

    /// Makes a field for yes, no or unknown.
    public NullBooleanField() {}

    @Override
    protected Widget usualWidget() {
        return new NullBooleanSelect();
    }

    @Override
    protected @Nullable Boolean parse(@Nullable Object raw, Refusals refused) {
        return switch (text(raw)) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> null;
        };
    }

    @Override
    protected void validate(@Nullable Boolean value, Refusals refused) {}
}
