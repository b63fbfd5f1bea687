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
                            : inside ? Character.toString(c).toLowerCase(Locale.ROOT) : titled(c));
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
        return titled(text.codePointAt(0)) + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /// One letter begun in upper case: `ß`, which has no upper case of its own, is `Ss`.
    private static String titled(int c) {
        int single = Character.toTitleCase(c);
        String letter = Character.toString(c);
        String upper = letter.toUpperCase(Locale.ROOT);
        if (single != c || upper.length() == letter.length()) {
            return Character.toString(single);
        }
        int first = upper.offsetByCodePoints(0, 1);
        return upper.substring(0, first) + upper.substring(first).toLowerCase(Locale.ROOT);
    }

    /// {@return `COMPACT_DISC` as `Compact Disc`}
    static String label(String constant) {
        return title(constant.replace('_', ' '));
    }
}
