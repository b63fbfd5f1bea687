package dev.quintet.forms;

import java.math.BigInteger;

/// A whole number of 64 bits.
public final class LongField extends WholeNumberField<Long, LongField> {

    /// Makes a field for any such number.
    public LongField() {
        super(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    Long of(BigInteger number) {
        return number.longValueExact();
    }
}
