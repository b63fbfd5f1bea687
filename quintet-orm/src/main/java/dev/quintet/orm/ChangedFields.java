package dev.quintet.orm;

import java.util.BitSet;

/// Collects the numbers of fields that have changed; generated mappings add to it.
public final class ChangedFields {

    private final BitSet numbers = new BitSet();

    ChangedFields() {}

    /// Adds a field's number if it has changed.
    public void addIf(boolean changed, int number) {
        if (changed) {
            numbers.set(number);
        }
    }

    BitSet numbers() {
        return numbers;
    }
}
