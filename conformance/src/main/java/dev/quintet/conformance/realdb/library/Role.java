package dev.quintet.conformance.realdb.library;

/// What somebody did for a book.
public enum Role {
    /// Wrote it.
    AUTHOR("A", "Author"),
    /// Drew its pictures.
    ILLUSTRATOR("I", "Illustrator"),
    /// Brought it into another language.
    TRANSLATOR("T", "Translator");

    private final String value;
    private final String label;

    Role(String value, String label) {
        this.value = value;
        this.label = label;
    }

    /// {@return what the column holds}
    public String value() {
        return value;
    }

    /// {@return what people read}
    public String label() {
        return label;
    }
}
