package dev.quintet.forms;

import dev.quintet.forms.widget.CheckboxInput;
import dev.quintet.forms.widget.Widget;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A box to tick. One that is not {@link #optional} must be ticked.
public final class BooleanField extends FormField<Boolean, BooleanField> {

    /// Makes a field for a box that must be ticked.
    public BooleanField() {}

    @Override
    protected Widget usualWidget() {
        return new CheckboxInput();
    }

    @Override
    protected Boolean parse(@Nullable Object raw, Refusals refused) {
        return switch (raw) {
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case String text ->
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "", "0", "false" -> false;
                        default -> true;
                    };
            case null -> false;
            default -> !empty(raw);
        };
    }

    @Override
    protected void validate(@Nullable Boolean value, Refusals refused) {
        if (isRequired() && !Boolean.TRUE.equals(value)) {
            refuse(refused, REQUIRED);
        }
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        var ignored = new Refusals();
        return !isDisabled() && !parse(initial, ignored).equals(parse(raw, ignored));
    }
}
