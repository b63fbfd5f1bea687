package dev.quintet.dev;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The part of a debug page that shows the statements of the request.
final class Queries {

    private Queries() {}

    static void write(Html html, List<Recording.Ran> statements) {
        if (statements.isEmpty()) {
            return;
        }
        Map<String, Integer> times = new HashMap<>();
        Duration whole = Duration.ZERO;
        for (Recording.Ran one : statements) {
            times.merge(one.database() + one.sql(), 1, Integer::sum);
            whole = whole.plus(one.took());
        }
        int again = statements.size() - times.size();
        html.element("h2", "SQL")
                .raw("<details class=\"facts\"><summary>")
                .text(statements.size() == 1 ? "1 statement" : statements.size() + " statements")
                .raw(" <span>")
                .text(millis(whole) + (again == 0 ? "" : ", " + again + " said before"))
                .raw("</span></summary>\n<table><tbody>\n");
        for (Recording.Ran one : statements) {
            int same = times.getOrDefault(one.database() + one.sql(), 1);
            html.raw(one.failed() ? "<tr class=\"failed\"><th>" : "<tr><th>")
                    .text(millis(one.took()) + (same > 1 ? ", " + same + " times" : ""))
                    .raw("</th><td><code>")
                    .text(one.sql())
                    .raw("</code><br><span>")
                    .text(one.parameters().equals("[]") ? "" : one.parameters())
                    .raw("</span></td></tr>\n");
        }
        html.raw("</tbody></table>\n</details>\n");
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
