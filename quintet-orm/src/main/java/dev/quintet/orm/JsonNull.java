package dev.quintet.orm;

/// The `null` that JSON can say, which is not the NULL of a column without a value.
public enum JsonNull {
    /// The only one.
    VALUE;

    /// {@return `null`}
    @Override
    public String toString() {
        return "null";
    }
}
