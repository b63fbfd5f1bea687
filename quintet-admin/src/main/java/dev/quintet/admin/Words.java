package dev.quintet.admin;

import java.util.Locale;

/// Texts for people, made of names.
final class Words {

    private Words() {}

    /// {@return the text with a capital letter first}
    static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
