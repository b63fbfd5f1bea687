package dev.quintet.migrations.operations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks whether a string is one SQL statement or several. Quotes, comments and PostgreSQL's dollar
/// quotes are stepped over; a trigger or routine, which has statements inside, counts as one.
final class SqlText {

    private static final int SHOWN = 40;

    private static final Pattern BODIED =
            Pattern.compile(
                    "\\s*CREATE\\s+(?:[A-Z@`'%.]+(?:\\s*=\\s*\\S+)?\\s+){0,4}?(?:TRIGGER|FUNCTION|PROCEDURE|EVENT)\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DOLLAR = Pattern.compile("\\$[A-Za-z_0-9]*\\$");

    private SqlText() {}

    /// {@return the beginning of the second statement, or `null` when there is one only}
    static @Nullable String second(String sql) {
        if (BODIED.matcher(sql).matches()) {
            return null;
        }
        boolean ended = false;
        int at = 0;
        while (at < sql.length()) {
            int next = afterSpace(sql, at);
            if (next > at) {
                at = next;
                continue;
            }
            if (sql.charAt(at) == ';') {
                ended = true;
                at++;
            } else if (ended) {
                return sql.substring(at, Math.min(sql.length(), at + SHOWN));
            } else {
                at = afterWord(sql, at);
            }
        }
        return null;
    }

    /// {@return where blanks and a comment that begin here end}
    private static int afterSpace(String sql, int at) {
        if (Character.isWhitespace(sql.charAt(at))) {
            return at + 1;
        }
        if (sql.startsWith("--", at)) {
            return end(sql.indexOf('\n', at), sql, 1);
        }
        if (sql.startsWith("/*", at)) {
            return end(sql.indexOf("*/", at + 2), sql, 2);
        }
        return at;
    }

    /// {@return where a character, or a quoted text that begins here, ends}
    private static int afterWord(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            return end(sql.indexOf(c, at + 1), sql, 1);
        }
        if (c == '$') {
            Matcher tag = DOLLAR.matcher(sql).region(at, sql.length());
            if (tag.lookingAt()) {
                String word = sql.substring(tag.start(), tag.end());
                return end(sql.indexOf(word, tag.end()), sql, word.length());
            }
        }
        return at + 1;
    }

    private static int end(int found, String sql, int length) {
        return found < 0 ? sql.length() : found + length;
    }
}
