package dev.quintet.web;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A page is put together in a way that cannot work: a view without a template, a record that
/// cannot be read.
public final class PageException extends WebException {

    @Serial private static final long serialVersionUID = 1L;

    PageException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
