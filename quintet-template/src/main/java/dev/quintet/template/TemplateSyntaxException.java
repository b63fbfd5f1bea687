package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.util.List;

/// A template that cannot be compiled: an unknown tag, a block left open, an expression that says
/// nothing. Django: `TemplateSyntaxError`.
public final class TemplateSyntaxException extends TemplateException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public TemplateSyntaxException(Problem problem) {
        super(problem, chainOf(problem.place()), null);
    }

    private static List<Place> chainOf(@org.jspecify.annotations.Nullable Place place) {
        return place == null ? List.of() : List.of(place);
    }
}
