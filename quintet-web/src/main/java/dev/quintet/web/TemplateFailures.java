package dev.quintet.web;

import dev.quintet.http.ExceptionMapper;
import dev.quintet.http.HttpException;
import dev.quintet.http.HttpFailure;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.error.WithStatus;
import dev.quintet.template.TemplateRenderException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives exceptions the status that they ask for: those that implement {@link WithStatus}, and
/// those that a template met while it rendered.
public final class TemplateFailures implements ExceptionMapper {

    /// For {@link java.util.ServiceLoader}.
    public TemplateFailures() {}

    @Override
    public @Nullable HttpException map(Throwable thrown) {
        Throwable at = thrown;
        while (at instanceof TemplateRenderException && at.getCause() != null) {
            at = at.getCause();
        }
        return switch (at) {
            case HttpException http -> http;
            case QuintetException told when told instanceof WithStatus status ->
                    new HttpFailure(status.status(), told.problem(), List.of());
            default -> null;
        };
    }
}
