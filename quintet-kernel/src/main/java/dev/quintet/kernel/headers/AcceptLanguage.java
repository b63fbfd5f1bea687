package dev.quintet.kernel.headers;

import dev.quintet.kernel.text.scan.Chars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A language that a visitor reads, as the browser's header `Accept-Language` names it.
///
/// @param code in lower case, such as `pt-br`, or `*` for any
/// @param quality from 0 (never) to 1 (best)
public record AcceptLanguage(String code, double quality) {

    private static final int LONGEST_HEADER = 500;

    /// {@return the languages of a header, the most wanted first; none when it is malformed}
    ///
    /// Only the first 500 characters are read.
    public static List<AcceptLanguage> parse(String header) {
        if (header.length() <= LONGEST_HEADER) {
            return parseWhole(header.toLowerCase(Locale.ROOT));
        }
        int comma = header.lastIndexOf(',', LONGEST_HEADER - 1);
        return comma > 0
                ? parseWhole(header.substring(0, comma).toLowerCase(Locale.ROOT))
                : List.of();
    }

    private static List<AcceptLanguage> parseWhole(String header) {
        var languages = new ArrayList<AcceptLanguage>();
        int at = 0;
        while (at < header.length()) {
            int end = codeEnd(header, at);
            if (end < 0) {
                return List.of();
            }
            String code = header.substring(at, end);
            at = skip(header, end);
            double quality = 1;
            if (at < header.length() && header.charAt(at) == ';') {
                int value = skip(header, at + 1);
                if (!header.startsWith("q=", value)) {
                    return List.of();
                }
                at = qualityEnd(header, value + 2);
                if (at < 0) {
                    return List.of();
                }
                quality = Double.parseDouble(header.substring(value + 2, at));
                end = at;
                at = skip(header, at);
            }
            languages.add(new AcceptLanguage(code, quality));
            if (at == header.length()) {
                // white space is allowed before a comma, not before the end
                return end == at ? sorted(languages) : List.of();
            }
            if (header.charAt(at) != ',') {
                return List.of();
            }
            at = skip(header, at + 1);
        }
        return sorted(languages);
    }

    private static List<AcceptLanguage> sorted(List<AcceptLanguage> languages) {
        languages.sort(Comparator.comparingDouble(AcceptLanguage::quality).reversed());
        return List.copyOf(languages);
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && Chars.space(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// `en`, `en-au`, `*`
    private static int codeEnd(String text, int from) {
        if (text.charAt(from) == '*') {
            return from + 1;
        }
        int at = from;
        for (boolean first = true; ; first = false) {
            int start = at;
            while (at < text.length()
                    && at - start <= 8
                    && (Chars.asciiLetter(text.charAt(at))
                            || (!first && Chars.asciiDigit(text.charAt(at))))) {
                at++;
            }
            if (at == start || at - start > 8) {
                return -1;
            }
            if (at == text.length() || text.charAt(at) != '-') {
                return at;
            }
            at++;
        }
    }

    /// `0`, `0.123`, `1`, `1.000`
    private static int qualityEnd(String text, int from) {
        if (from >= text.length() || "01".indexOf(text.charAt(from)) < 0) {
            return -1;
        }
        boolean one = text.charAt(from) == '1';
        int at = from + 1;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            for (int digits = 0; digits < 3 && at < text.length(); digits++) {
                char c = text.charAt(at);
                if (!Chars.asciiDigit(c) || (one && c != '0')) {
                    break;
                }
                at++;
            }
        }
        return at;
    }
}
