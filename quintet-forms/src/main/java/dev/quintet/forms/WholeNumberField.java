package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.kernel.validate.MaxValueValidator;
import dev.quintet.kernel.validate.MinValueValidator;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A field whose value is a whole number, within what its type can hold.
///
/// @param <N> type of the number
/// @param <F> the field's own class
public abstract sealed class WholeNumberField<
                N extends Number & Comparable<? super N>, F extends WholeNumberField<N, F>>
        extends NumericField<N, F> permits IntegerField, LongField {

    private final MinValueValidator<BigInteger> lowest;
    private final MaxValueValidator<BigInteger> highest;

    WholeNumberField(long lowest, long highest) {
        this.lowest = new MinValueValidator<>(BigInteger.valueOf(lowest));
        this.highest = new MaxValueValidator<>(BigInteger.valueOf(highest));
    }

    abstract N of(BigInteger number);

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID)
                ? gettextNoop("Enter a whole number.")
                : super.usualMessage(code);
    }

    @Override
    protected final @Nullable N read(String text, Refusals refused) {
        String digits = NumberText.whole(text);
        if (digits == null) {
            refuse(refused, INVALID);
            return null;
        }
        var number = new BigInteger(digits);
        refuse(refused, highest.validate(number));
        refuse(refused, lowest.validate(number));
        return refused.any() ? null : of(number);
    }
}
