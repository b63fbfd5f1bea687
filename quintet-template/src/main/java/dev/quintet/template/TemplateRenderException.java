package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template that failed while it rendered: its own code was refused, or what it called threw.
///
/// The cause is what was thrown; the stack trace begins with template lines.
public final class TemplateRenderException extends TemplateException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what was thrown.
    public TemplateRenderException(Problem problem, @Nullable Throwable cause) {
        this(problem, problem.place() == null ? List.of() : List.of(problem.place()), cause);
    }

    TemplateRenderException(Problem problem, List<Place> chain, @Nullable Throwable cause) {
        super(problem, chain, cause);
        var frames = new ArrayList<StackTraceElement>();
        for (Place place : chain) {
            frames.add(new StackTraceElement("template", "render", place.file(), place.line()));
        }
        frames.addAll(List.of(getStackTrace()));
        setStackTrace(frames.toArray(StackTraceElement[]::new));
    }

    /// {@return this failure with one more line below it: who included or extended the template}
    TemplateRenderException from(Place caller) {
        var longer = new ArrayList<>(chain());
        longer.add(caller);
        return new TemplateRenderException(problem(), longer, getCause());
    }
}
