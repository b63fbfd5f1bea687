package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The root of what this module throws: catch this to catch all of it.
public abstract sealed class TemplateException extends QuintetException
        permits TemplateSyntaxException, TemplateNotFoundException, TemplateRenderException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Place> chain;

    TemplateException(Problem problem, List<Place> chain, @Nullable Throwable cause) {
        super(problem, cause);
        this.chain = List.copyOf(chain);
    }

    /// {@return the template lines that led here, innermost first: the line at fault, then the
    /// `include` or `extends` that asked for its template, and so on; empty when not known}
    public List<Place> chain() {
        return chain;
    }
}
