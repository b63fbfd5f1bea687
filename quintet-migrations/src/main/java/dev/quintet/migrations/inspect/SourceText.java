package dev.quintet.migrations.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Pieces of Java's source text, as models are written in it.
final class SourceText {

    private SourceText() {}

    /// {@return the arguments of an annotation, each on a line of its own where they are many}
    static String arguments(Map<String, String> parts, int indent) {
        var pairs = new ArrayList<String>();
        parts.forEach((name, value) -> pairs.add(name + " = " + value));
        String line = "(" + String.join(", ", pairs) + ")";
        String inner = "\n" + " ".repeat(indent);
        return line.length() <= 80 && !line.contains("\n")
                ? line
                : "(" + inner + String.join("," + inner, pairs) + ")";
    }

    /// {@return texts as an array's literal}
    static String quotedAll(List<String> texts) {
        return texts.stream().map(SourceText::quoted).collect(Collectors.joining(", ", "{", "}"));
    }

    /// {@return the text for a comment}
    static String oneLine(String text) {
        return text.replace('\\', '/').replaceAll("\\s+", " ").strip();
    }

    /// As the processor names a column after its field.
    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    static String lower(@Nullable String name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }

    static String quoted(@Nullable String text) {
        var quoted = new StringBuilder("\"");
        for (char letter : String.valueOf(text).toCharArray()) {
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
