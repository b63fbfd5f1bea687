package dev.quintet.conformance.realdb.library;

/// What a book is written in.
public enum Language {
    /// English.
    EN("en", "English"),
    /// French.
    FR("fr", "Français"),
    /// German.
    DE("de", "Deutsch"),
    /// Russian.
    RU("ru", "Русский"),
    /// Japanese.
    JA("ja", "日本語"),
    /// Arabic.
    AR("ar", "العربية");

    private final String value;
    private final String label;

    Language(String value, String label) {
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
