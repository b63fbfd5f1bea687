package dev.quintet.kernel.formats;

/// Patterns of CLDR (`d. MMMM y`) in Django's letters (`j. E Y`) and in C's (`%d. %B %Y`).
final class CldrPattern {

    private CldrPattern() {}

    static String letters(String cldr) {
        return translate(cldr, true);
    }

    static String strftime(String cldr) {
        return translate(cldr, false);
    }

    private static String translate(String cldr, boolean letters) {
        var out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < cldr.length(); ) {
            char c = cldr.charAt(i);
            if (c == '\'') {
                boolean two = i + 1 < cldr.length() && cldr.charAt(i + 1) == '\'';
                if (two) {
                    out.append('\'');
                } else {
                    quoted = !quoted;
                }
                i += two ? 2 : 1;
                continue;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            int end = i + 1;
            if (letter && !quoted) {
                while (end < cldr.length() && cldr.charAt(end) == c) {
                    end++;
                }
                String meaning = letters ? letter(c, end - i) : directive(c);
                if (meaning.isEmpty() && end < cldr.length() && cldr.charAt(end) == ' ') {
                    end++; // an era, which is not written, goes with its space
                }
                out.append(meaning);
            } else if (!letters && c >= '\u200E' && c <= '\u200F') {
                i = end; // nobody types the marks of direction
                continue;
            } else if (letter && letters) {
                out.append('\\').append(c);
            } else {
                out.append(c == '\u202F' || c == '\u00A0' ? ' ' : c);
            }
            i = end;
        }
        return out.toString().strip();
    }

    private static String letter(char c, int count) {
        return switch (c) {
            case 'y', 'u' -> "Y";
            case 'M' ->
                    switch (count) {
                        case 1 -> "n";
                        case 2 -> "m";
                        case 3 -> "M";
                        default -> "E";
                    };
            case 'L' -> count > 3 ? "F" : count == 3 ? "M" : count == 2 ? "m" : "n";
            case 'd' -> count == 1 ? "j" : "d";
            case 'E' -> count > 3 ? "l" : "D";
            case 'H', 'k' -> count == 1 ? "G" : "H";
            case 'h', 'K' -> count == 1 ? "g" : "h";
            case 'm' -> "i";
            case 's' -> "s";
            case 'a', 'b', 'B' -> "a";
            case 'z', 'v', 'O' -> "T";
            default -> "";
        };
    }

    private static String directive(char c) {
        return switch (c) {
            case 'y', 'u' -> "%Y";
            case 'M', 'L' -> "%m";
            case 'd' -> "%d";
            default -> "";
        };
    }
}
