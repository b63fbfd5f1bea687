package dev.quintet.kernel.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Reads Java's properties format, keeping the line of each key.
final class PropertiesText {

    private PropertiesText() {}

    /// One key.
    record Entry(String key, String value, int line) {}

    static List<Entry> parse(String text) {
        var entries = new ArrayList<Entry>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            String start = lines[i].stripLeading();
            if (start.isEmpty() || start.startsWith("#") || start.startsWith("!")) {
                continue;
            }
            var logical = new StringBuilder(start);
            while (continues(lines[i]) && i + 1 < lines.length) {
                logical.append('\n').append(lines[++i]);
            }
            // Java's own reader for one logical line: its escapes are many.
            var one = new Properties();
            try {
                one.load(new StringReader(logical.toString()));
            } catch (IOException wrong) {
                throw new UncheckedIOException(wrong);
            }
            one.forEach((key, value) ->
                    entries.add(new Entry((String) key, (String) value, first + 1)));
        }
        return entries;
    }

    private static boolean continues(String line) {
        int slashes = 0;
        for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
