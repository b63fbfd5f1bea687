package dev.quintet.orm.press;

/// A language, by its code.
public enum Tongue {
    ENGLISH("en"),
    FRENCH("fr");

    private final String value;

    Tongue(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
