package dev.quintet.orm.press;

/// How far a book is.
public enum Status {
    DRAFT(0, "Draft"),
    ANNOUNCED(1, "Announced"),
    PUBLISHED(2, "Published"),
    WITHDRAWN(9, "Withdrawn");

    private final short value;
    private final String label;

    Status(int value, String label) {
        this.value = (short) value;
        this.label = label;
    }

    short value() {
        return value;
    }

    String label() {
        return label;
    }

    String group() {
        return this == WITHDRAWN ? "Gone" : "Alive";
    }
}
