package dev.quintet.forms;

import java.math.BigInteger;

/// A whole number of 32 bits: up to about two billion.
public final class IntegerField extends WholeNumberField<Integer, IntegerField> {

    /// Makes a field for any such number.
    public IntegerField() {
        super(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    Integer of(BigInteger number) {
        return number.intValueExact();
    }
}
