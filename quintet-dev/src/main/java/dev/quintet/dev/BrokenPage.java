package dev.quintet.dev;

import dev.quintet.dev.compile.Finding;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.web.SitePages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of sources that do not compile: each mistake with the lines around it.
final class BrokenPage {

    private static final int MOST = 20;

    private BrokenPage() {}

    static Response of(Request request, Path folder, List<Finding> findings) {
        return request.likesJson() ? json(folder, findings) : html(folder, findings);
    }

    private static Response json(Path folder, List<Finding> findings) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", "about:blank");
        body.put("title", "The sources do not compile");
        body.put("status", 500);
        body.put("detail", findings.getFirst().message());
        body.put("code", "dev.E005");
        var places = new ArrayList<String>();
        findings.forEach(one -> places.add(line(folder, one)));
        body.put("errors", places);
        return SitePages.problem(500, body);
    }

    private static Response html(Path folder, List<Finding> findings) {
        var html = new Html();
        String title =
                findings.size() == 1
                        ? "The sources do not compile"
                        : "The sources do not compile: " + findings.size() + " errors";
        FailurePage.begin(html, title);
        html.raw("<header>\n<p class=\"where\"><b>dev.E005</b> <span>")
                .text(Watched.shown(folder, findings.getFirst().file()))
                .raw("</span></p>\n")
                .element("h1", title)
                .raw("<dl><dt>Fix</dt><dd class=\"fix\">Mend it and save: this page follows by")
                .raw(" itself.</dd></dl>\n</header>\n<main>\n");
        for (Finding one : findings.subList(0, Math.min(MOST, findings.size()))) {
            finding(html, folder, one);
        }
        if (findings.size() > MOST) {
            html.element("p", "and " + (findings.size() - MOST) + " more.");
        }
        html.raw("</main>\n");
        FailurePage.end(html);
        return DeveloperPages.answer(500, html.toString());
    }

    private static void finding(Html html, Path folder, Finding one) {
        String message = one.message();
        int end = message.indexOf('\n');
        html.raw("<section class=\"error\">\n")
                .element("h2", end < 0 ? message : message.substring(0, end));
        if (end >= 0) {
            html.raw("<pre class=\"more\">").text(message.substring(end + 1)).raw("</pre>\n");
        }
        Path file = one.file();
        Sources.Excerpt lines =
                file == null ? null : Sources.read(file, Math.toIntExact(one.line()));
        if (lines != null) {
            String shown = Watched.shown(folder, file);
            Excerpts.write(html, shown + ":" + one.line(), null, lines, true);
        } else if (file != null) {
            html.raw("<p><code>").text(Watched.shown(folder, file)).raw("</code></p>\n");
        }
        html.raw("</section>\n");
    }

    /// {@return `file:line: message`, as compilers and editors write it}
    static String line(Path folder, Finding one) {
        String first = one.message().lines().findFirst().orElse("");
        return one.file() == null
                ? first
                : Watched.shown(folder, one.file()) + ":" + one.line() + ": " + first;
    }
}
