package dev.quintet.conformance.realdb.library;

/// How far a book is.
public enum Status {
    /// Being written.
    DRAFT((short) 0, "Draft"),
    /// Promised.
    ANNOUNCED((short) 1, "Announced"),
    /// To be had.
    PUBLISHED((short) 2, "Published"),
    /// No longer to be had.
    WITHDRAWN((short) 9, "Withdrawn");

    private final short value;
    private final String label;

    Status(short value, String label) {
        this.value = value;
        this.label = label;
    }

    /// {@return what the column holds}
    public short value() {
        return value;
    }

    /// {@return what people read}
    public String label() {
        return label;
    }
}
