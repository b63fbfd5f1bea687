package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.NumberInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.validate.DecimalValidator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An exact number, for money.
public final class DecimalField extends NumericField<BigDecimal, DecimalField> {

    /// More digits than anybody types; what is larger would take memory beyond its length.
    private static final int MOST_DIGITS = 10_000;

    private @Nullable Integer digits;
    private @Nullable Integer decimals;

    /// Makes a field for any number.
    public DecimalField() {}

    /// Sets how many digits it has at most, in all.
    public DecimalField digits(int most) {
        this.digits = most;
        return this;
    }

    /// Sets how many of its digits stand after the point at most.
    public DecimalField decimals(int most) {
        this.decimals = most;
        return this;
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID) ? gettextNoop("Enter a number.") : super.usualMessage(code);
    }

    @Override
    protected @Nullable BigDecimal read(String text, Refusals refused) {
        String number = NumberText.of(text);
        BigDecimal value = number == null ? null : new BigDecimal(number);
        if (value == null
                || Math.abs((long) value.scale()) > MOST_DIGITS
                || value.precision() - (long) value.scale() > MOST_DIGITS) {
            refuse(refused, INVALID);
            return null;
        }
        return value;
    }

    @Override
    protected void ownRules(BigDecimal value, Refusals refused) {
        super.ownRules(value, refused);
        refuse(refused, new DecimalValidator(digits, decimals).validate(value));
    }

    @Override
    protected void widgetAttrs(Widget widget, Attrs attrs) {
        super.widgetAttrs(widget, attrs);
        if (!(widget instanceof NumberInput) || attrs.has("step")) {
            return;
        }
        attrs.set(
                "step",
                decimals == null
                        ? "any"
                        : decimals == 0
                                ? "1"
                                : BigDecimal.ONE
                                        .movePointLeft(decimals)
                                        .toString()
                                        .toLowerCase(java.util.Locale.ROOT));
    }
}
