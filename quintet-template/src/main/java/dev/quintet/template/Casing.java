package dev.quintet.template;

import java.util.Locale;

/// Upper and lower case, as Python's `title()` and `capitalize()` and Django's labels have it.
final class Casing {

    private Casing() {}

    /// {@return `text` with each run of letters begun in upper case and continued in lower case}
    static String title(String text) {
        var out = new StringBuilder(text.length());
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean cased =
                    Character.isUpperCase(c)
                            || Character.isLowerCase(c)
                            || Character.isTitleCase(c);
            out.append(
                    !cased
                            ? Character.toString(c)
                            : inside
                                    ? Character.toString(c).toLowerCase(Locale.ROOT)
                                    : Character.toString(Character.toTitleCase(c)));
            inside = cased;
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /// {@return `text` with its first character in upper case and the rest in lower case}
    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = Character.charCount(text.codePointAt(0));
        return Character.toString(Character.toTitleCase(text.codePointAt(0)))
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /// {@return `COMPACT_DISC` as `Compact Disc`}
    static String label(String constant) {
        return title(constant.replace('_', ' '));
    }
}
