package dev.quintet.dev;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows some lines of a file, the one in question marked.
final class Excerpts {

    private Excerpts() {}

    /// Writes them.
    ///
    /// @param title what they are of
    /// @param file where they are, or `null` where the title says it
    /// @param open whether they are seen at once
    static void write(
            Html html, String title, @Nullable String file, Sources.Excerpt lines, boolean open) {
        html.raw(open ? "<details class=\"code\" open>" : "<details class=\"code\">")
                .raw("<summary><code>")
                .text(title)
                .raw("</code>");
        if (file != null) {
            html.raw(" <span>").text(file + ":" + lines.at()).raw("</span>");
        }
        html.raw("</summary><pre>");
        int margin = margin(lines.lines());
        for (int i = 0; i < lines.lines().size(); i++) {
            int number = lines.first() + i;
            html.raw(
                            number == lines.at()
                                    ? "<span class=\"line at\"><i>"
                                    : "<span class=\"line\"><i>")
                    .text(number)
                    .raw("</i>")
                    .text(inset(lines.lines().get(i), margin))
                    .raw("</span>");
        }
        html.raw("</pre></details>\n");
    }

    /// How far all lines are set in: a phone has no room for that.
    private static int margin(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
    }

    private static String inset(String line, int margin) {
        return line.isBlank() ? "" : line.substring(margin);
    }
}
