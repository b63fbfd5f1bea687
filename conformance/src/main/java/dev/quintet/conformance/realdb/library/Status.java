package dev.quintet.conformance.realdb.library;

/// How far a book is.
public enum Status {
    /// Being written.
    DRAFT(0, "Draft"),
    /// Promised.
    ANNOUNCED(1, "Announced"),
    /// To be had.
    PUBLISHED(2, "Published"),
    /// No longer to be had.
    WITHDRAWN(9, "Withdrawn");

    private final int value;
    private final String label;

    Status(int value, String label) {
        this.value = value;
        this.label = label;
    }

    /// {@return what the column holds}
    public int value() {
        return value;
    }

    /// {@return what people read}
    public String label() {
        return label;
    }
}
