package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.NumberInput;
import dev.quintet.forms.widget.Widget;
import org.jspecify.annotations.Nullable;

/// A number that computers round, for measures. Use {@link DecimalField} for money.
public final class FloatField extends NumericField<Double, FloatField> {

    /// Makes a field for any number.
    public FloatField() {}

    /// Sets the least number that is fine, a whole one.
    public FloatField min(long least) {
        return min((double) least, least);
    }

    /// Sets the greatest number that is fine, a whole one.
    public FloatField max(long most) {
        return max((double) most, most);
    }

    /// Asks for a multiple of a whole number.
    public FloatField step(long step) {
        return step((double) step, step);
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID) ? gettextNoop("Enter a number.") : super.usualMessage(code);
    }

    @Override
    Double truth(boolean raw, Refusals refused) {
        return raw ? 1.0 : 0.0;
    }

    @Override
    protected @Nullable Double read(String text, Refusals refused) {
        String number = NumberText.of(text);
        double value = number == null ? Double.NaN : Double.parseDouble(number);
        if (!Double.isFinite(value)) {
            refuse(refused, INVALID);
            return null;
        }
        return value;
    }

    @Override
    protected void widgetAttrs(Widget widget, Attrs attrs) {
        super.widgetAttrs(widget, attrs);
        if (widget instanceof NumberInput && !attrs.has("step")) {
            attrs.set("step", "any");
        }
    }
}
