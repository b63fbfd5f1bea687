package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What all frames of one page share: how much work was done, and the CSS and JavaScript of its
/// components. One thread's own.
final class PageState {

    private final TemplateEngine engine;
    private final Output whole;
    private final long maxSteps;
    private final long deadline;
    private long steps;
    private @Nullable Set<String> attached;
    private @Nullable Set<String> recorded;
    private @Nullable Mark css;
    private @Nullable Mark js;

    /// A place in the page where assets are written when all are known. The text cannot be
    /// foreseen, so no data can hold it.
    private record Mark(String text, List<String> paths) {

        static Mark of(String kind) {
            byte[] random = new byte[12];
            new SecureRandom().nextBytes(random);
            return new Mark(
                    "<!--" + kind + ":" + HexFormat.of().formatHex(random) + "-->",
                    new ArrayList<>());
        }
    }

    /// @param whole what the page is written to; parts of it may be written elsewhere first
    PageState(TemplateEngine engine, Output whole) {
        this.engine = engine;
        this.whole = whole;
        this.maxSteps = engine.maxSteps();
        Sandbox sandbox = engine.sandbox();
        this.deadline = sandbox == null ? 0 : System.nanoTime() + sandbox.time().toNanos();
    }

    /// Counts work: a turn of a loop, a template, a long text.
    ///
    /// @throws TemplateRenderException when it was too much, or took too long
    void spend(long more) {
        steps += more;
        if (steps > maxSteps) {
            throw new TemplateRenderException(
                    Problem.of("template.E033", "The template takes too many steps.")
                            .because("At most " + maxSteps + " are allowed.")
                            .fixedBy("Loop over less, or raise the engine's maxSteps."),
                    null);
        }
        if (deadline != 0 && System.nanoTime() - deadline > 0) {
            throw new TemplateRenderException(
                    Problem.of("template.E035", "The template takes too long.")
                            .because("Templates that users write have a time to be done in.")
                            .fixedBy("Loop over less."),
                    null);
        }
    }

    /// {@return whether the page is ready but for its marks}
    boolean isMarked() {
        return css != null || js != null;
    }

    /// Writes the mark for the style sheets, the first time.
    void markCss(Output out) {
        if (css == null) {
            css = Mark.of("css");
            whole.hold();
            out.text(css.text);
        }
    }

    /// Writes the mark for the scripts, the first time.
    void markJs(Output out) {
        if (js == null) {
            js = Mark.of("js");
            whole.hold();
            out.text(js.text);
        }
    }

    /// Puts the assets where the marks are.
    void fill(Output out) {
        fill(out, css);
        fill(out, js);
    }

    private void fill(Output out, @Nullable Mark mark) {
        if (mark != null) {
            var html = new Output(null, Long.MAX_VALUE, 256);
            mark.paths.forEach(path -> write(html, path));
            out.replace(mark.text.getBytes(StandardCharsets.US_ASCII), html.toBytes());
        }
    }

    /// Attaches a static file to the page, once: where its mark is, or here.
    void attach(Output out, String path) {
        if (recorded != null) {
            recorded.add(path);
            return;
        }
        if (attached == null) {
            attached = new LinkedHashSet<>();
        }
        if (!attached.add(path)) {
            return;
        }
        Mark mark = isCss(path) ? css : js;
        if (mark != null) {
            mark.paths.add(path);
        } else {
            write(out, path);
        }
    }

    /// Remembers what is attached from now on rather than doing it: for a fragment that is kept.
    ///
    /// @return what was remembered until now, to be given to {@link #recorded}
    @Nullable Set<String> record() {
        Set<String> before = recorded;
        recorded = new LinkedHashSet<>();
        return before;
    }

    /// {@return what was remembered since {@link #record}}
    Set<String> recorded(@Nullable Set<String> before) {
        Set<String> now = recorded == null ? Set.of() : recorded;
        recorded = before;
        return now;
    }

    static boolean isCss(String path) {
        return path.endsWith(".css");
    }

    private void write(Output out, String path) {
        String url = engine.services().staticUrl(path);
        out.text(isCss(path) ? "<link rel=\"stylesheet\" href=\"" : "<script src=\"");
        out.escaped(url);
        out.text(isCss(path) ? "\">" : path.endsWith(".mjs") ? MODULE : "\" defer></script>");
    }

    private static final String MODULE = "\" type=\"module\"></script>";
}
