package dev.quintet.dev;

import dev.quintet.http.Failure;
import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Route;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateException;
import dev.quintet.web.SiteTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The page about one failure, from the problem down to the settings.
final class FailurePage {

    private static final Pattern SNIPPET = Pattern.compile("(?m)^[> ] \\d+ \\|.*(\\R|\\z)");
    private static final int MOST_CAUSES = 8;
    private static final int MOST_ROUTES = 500;

    private final Html html = new Html();
    private final Request request;
    private final Failure failure;
    private final Problem problem;
    private boolean opened;
    private @Nullable String nearest;

    private FailurePage(Request request, Failure failure, Problem problem) {
        this.request = request;
        this.failure = failure;
        this.problem = problem;
    }

    static String of(Request request, Failure failure, Problem problem) {
        var page = new FailurePage(request, failure, problem);
        page.write();
        return page.html.toString();
    }

    private void write() {
        begin(html, failure.status() + " " + problem.problem());
        head();
        html.raw("<main>\n");
        if (failure.thrown() instanceof NotFound && request.resolved() == null) {
            routes();
        } else {
            templates();
            code();
        }
        Queries.write(html, Recording.statements());
        Facts.request(html, request);
        Facts.settings(html);
        html.raw("</main>\n");
        end(html);
    }

    /// Writes what comes before the body of a debug page.
    static void begin(Html html, String title) {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .raw("<meta name=\"robots\" content=\"noindex\">\n")
                .element("title", title)
                .raw("<style>\n")
                .raw(Look.STYLE)
                .raw("</style>\n</head>\n<body>\n");
    }

    /// Writes the end of a debug page.
    static void end(Html html) {
        html.raw("<footer><p>You see this page because <code>DEBUG</code> is on. With it")
                .raw(" off, visitors get a plain page that tells nothing.</p></footer>\n")
                .raw("</body>\n</html>\n");
    }

    private void head() {
        html.raw("<header>\n<p class=\"where\"><b>")
                .text(failure.status())
                .raw("</b> ")
                .text(Words.title(failure.status()))
                .raw(" <span>")
                .text(request.method() + " " + request.escapedPath())
                .raw("</span></p>\n")
                .element("h1", problem.problem())
                .raw("<dl>\n");
        fact("Code", problem.code());
        Place place = problem.place();
        fact("At", place == null ? null : place.toString());
        String cause = withoutSnippet(problem.cause());
        if (!cause.isEmpty()) {
            html.raw("<dt>Cause</dt><dd><pre>").text(cause).raw("</pre></dd>\n");
        }
        if (problem.fix() != null) {
            html.raw("<dt>Fix</dt><dd class=\"fix\">").text(problem.fix()).raw("</dd>\n");
        }
        html.raw("</dl>\n</header>\n");
    }

    /// The lines of the template are shown below, in a better form.
    private static String withoutSnippet(@Nullable String cause) {
        return cause == null ? "" : SNIPPET.matcher(cause).replaceAll("").strip();
    }

    private void fact(String name, @Nullable String value) {
        if (value != null) {
            html.element("dt", name).raw("<dd><code>").text(value).raw("</code></dd>\n");
        }
    }

    private void templates() {
        if (!(failure.thrown() instanceof TemplateException failed) || failed.chain().isEmpty()) {
            return;
        }
        html.element("h2", "Templates");
        for (Place place : failed.chain()) {
            Sources.Excerpt lines = templateLines(place);
            if (lines == null) {
                html.raw("<p><code>").text(place).raw("</code></p>\n");
            } else {
                Excerpts.write(html, place.toString(), null, lines, true);
            }
        }
    }

    private static Sources.@Nullable Excerpt templateLines(Place place) {
        TemplateEngine engine = Context.current().find(SiteTemplates.KEY).orElse(null);
        if (engine == null || place.line() < 1 || !engine.exists(place.file())) {
            return null;
        }
        try {
            String source = engine.get(place.file()).source();
            return Sources.excerpt(place.file(), source, place.line());
        } catch (TemplateException doesNotCompile) {
            return null;
        }
    }

    private void code() {
        Throwable thrown = failure.thrown();
        html.element("h2", "Code");
        for (int i = 0; i < MOST_CAUSES && thrown != null; i++) {
            String message = String.valueOf(thrown.getMessage());
            html.raw(i == 0 ? "<p class=\"thrown\"><code>" : "<p class=\"thrown\">caused by <code>")
                    .text(thrown.getClass().getName())
                    .raw("</code>");
            if (!message.startsWith("[" + problem.code()) && !message.equals(problem.problem())) {
                html.raw(" ").text(message.lines().findFirst().orElse(""));
            }
            html.raw("</p>\n");
            frames(Frames.of(thrown));
            thrown = thrown.getCause();
        }
    }

    /// The user's own lines in full, what is between them folded away.
    private void frames(List<Frames.Frame> frames) {
        int from = 0;
        for (int i = 0; i < frames.size(); i++) {
            Sources.Excerpt lines =
                    frames.get(i).own() ? Sources.of(frames.get(i).element()) : null;
            if (frames.get(i).own()) {
                folded(frames.subList(from, i));
                from = i + 1;
                String name = frames.get(i).element().toString();
                if (lines == null) {
                    html.raw("<p class=\"frame\"><code>").text(name).raw("</code></p>\n");
                } else {
                    Excerpts.write(
                            html, shown(frames.get(i).element()), lines.file(), lines, !opened);
                    opened = true;
                }
            }
        }
        folded(frames.subList(from, frames.size()));
    }

    private static String shown(StackTraceElement element) {
        String owner = element.getClassName();
        return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.')
                + "."
                + element.getMethodName();
    }

    private void folded(List<Frames.Frame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        html.raw("<details class=\"fold\"><summary>")
                .text(
                        frames.size() == 1
                                ? "1 line of libraries"
                                : frames.size() + " lines of libraries")
                .raw("</summary><pre>");
        for (Frames.Frame frame : frames) {
            html.text(frame.element()).raw("\n");
        }
        html.raw("</pre></details>\n");
    }

    private void routes() {
        Router router = Context.current().find(Router.KEY).orElse(null);
        if (router == null) {
            return;
        }
        html.element("h2", "Routes that were tried")
                .raw("<p>None of these is <code>")
                .text(request.escapedPath())
                .raw("</code>:</p>\n<table class=\"routes\"><tbody>\n");
        var patterns = new ArrayList<String>();
        collect(router.routes(), "/", patterns);
        nearest = NearestRoute.of(request.path(), patterns);
        int told = listed(router.routes(), "/", "", 0);
        html.raw("</tbody></table>\n");
        if (told > MOST_ROUTES) {
            html.element("p", "and " + (told - MOST_ROUTES) + " more: `listurls` shows all.");
        }
    }

    private static void collect(Routes routes, String prefix, List<String> into) {
        for (Route route : routes.list()) {
            String path = prefix + route.pattern();
            Routes included = route.included();
            if (included != null) {
                collect(included, path, into);
            } else {
                into.add(path);
            }
        }
    }

    private int listed(Routes routes, String prefix, String space, int before) {
        int told = before;
        for (Route route : routes.list()) {
            String path = prefix + route.pattern();
            Routes included = route.included();
            if (included != null) {
                String inner = route.namespace();
                told = listed(included, path, inner == null ? space : space + inner + ":", told);
            } else if (told++ < MOST_ROUTES) {
                boolean near = path.equals(nearest);
                html.raw(near ? "<tr class=\"near\"><td><code>" : "<tr><td><code>")
                        .text(path)
                        .raw("</code></td><td>")
                        .text(route.name() == null ? "" : space + route.name())
                        .raw(near ? " <span>the nearest</span></td></tr>\n" : "</td></tr>\n");
            }
        }
        return told;
    }
}
