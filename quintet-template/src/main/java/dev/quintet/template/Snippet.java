package dev.quintet.template;

import java.util.List;

/// The lines of a source around the one at fault.
final class Snippet {

    private static final int AROUND = 2;

    private Snippet() {}

    /// {@return lines `line - 2` to `line + 2`, numbered, the one at fault marked}
    static String of(String source, int line) {
        List<String> lines = source.lines().limit(line + (long) AROUND).toList();
        var out = new StringBuilder();
        for (int i = Math.max(1, line - AROUND); i <= lines.size(); i++) {
            String text = lines.get(i - 1);
            out.append(out.isEmpty() ? "" : "\n")
                    .append(i == line ? "> " : "  ")
                    .append(i)
                    .append(" | ")
                    .append(text.length() > 160 ? text.substring(0, 160) + "..." : text);
        }
        return out.toString();
    }
}
