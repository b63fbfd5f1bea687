package dev.quintet.kernel.settings;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads `.env` files: `KEY=value` lines, with `export`, comments, and quotes that may span lines.
///
/// Single quotes keep everything as it is; double quotes know `\n`, `\r`, `\t`, `\"`, `\\` and
/// `\$`; without quotes, a value ends before ` #` and is stripped. Nothing is ever substituted.
final class DotEnv {

    private final String file;
    private final String text;
    private int at;
    private int line = 1;

    private DotEnv(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// One line, or more where quotes span them.
    record Entry(String key, String value, Place place) {}

    /// {@return the entries in their order}
    ///
    /// @throws SettingsException naming the line that cannot be read
    static List<Entry> parse(String file, String text) {
        return new DotEnv(file, text.startsWith("\ufeff") ? text.substring(1) : text).entries();
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        while (at < text.length()) {
            skip(" \t\r\n");
            if (at >= text.length()) {
                break;
            }
            if (text.charAt(at) == '#') {
                restOfLine();
                continue;
            }
            entries.add(entry());
        }
        return entries;
    }

    private Entry entry() {
        int start = line;
        if (text.startsWith("export ", at) || text.startsWith("export\t", at)) {
            at += 7;
            skip(" \t");
        }
        int from = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        String key = text.substring(from, at);
        skip(" \t");
        if (key.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
            throw unreadable(start, "A line such as KEY=value was expected.");
        }
        at++;
        skip(" \t");
        char quote = at < text.length() ? text.charAt(at) : '\n';
        String value = quote == '"' || quote == '\'' ? quoted(quote, start) : bare();
        return new Entry(key, value, Place.of(file, start));
    }

    private String quoted(char quote, int start) {
        var value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
            }
            if (c == '\\' && quote == '"' && at < text.length()) {
                char escaped = text.charAt(at);
                int known = "nrt\"\\$".indexOf(escaped);
                if (known >= 0) {
                    value.append("\n\r\t\"\\$".charAt(known));
                    at++;
                    continue;
                }
            }
            value.append(c);
        }
        if (at >= text.length()) {
            throw unreadable(start, "The quote that opens here is never closed.");
        }
        at++;
        String after = restOfLine().strip();
        if (!after.isEmpty() && !after.startsWith("#")) {
            throw unreadable(line, "More follows after the closing quote.");
        }
        return value.toString();
    }

    private String bare() {
        String value = restOfLine();
        for (int i = 0; i < value.length(); i++) {
            boolean opens = i == 0 || value.charAt(i - 1) == ' ' || value.charAt(i - 1) == '\t';
            if (value.charAt(i) == '#' && opens) {
                return value.substring(0, i).strip();
            }
        }
        return value.strip();
    }

    /// The line feed stays, to be counted by skip.
    private String restOfLine() {
        int end = text.indexOf('\n', at);
        String rest = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end;
        return rest;
    }

    private void skip(String blanks) {
        while (at < text.length() && blanks.indexOf(text.charAt(at)) >= 0) {
            if (text.charAt(at) == '\n') {
                line++;
            }
            at++;
        }
    }

    private static boolean isName(char c) {
        return c == '_' || c == '.' || c == '-' || Character.isLetterOrDigit(c);
    }

    private SettingsException unreadable(int where, String why) {
        return new SettingsException(
                Problem.of("settings.E005", "The file " + file + " cannot be read as settings.")
                        .because(why)
                        .fixedBy("Write KEY=value, or KEY=\"value\" where it has spaces.")
                        .at(Place.of(file, where)));
    }
}
