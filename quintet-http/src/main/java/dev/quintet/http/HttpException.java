package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The root of what this module throws; each kind knows the HTTP status that it ends in.
///
/// Thrown in a view or a middleware it becomes a page of that status (see {@link ErrorPages}).
public abstract sealed class HttpException extends QuintetException
        permits BadRequest,
                BodyConsumedException,
                HttpFailure,
                LimitExceeded,
                MethodNotAllowed,
                MissingAttributeException,
                NoAnswerException,
                NotFound,
                PermissionDenied,
                ReverseException,
                RoutingException,
                ServiceUnavailable,
                StaticFilesException,
                TooManyRequests,
                UnlistedSessionsException,
                UnsafeHeaderException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what led to it.
    protected HttpException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    /// {@return the status of the answer that this ends in}
    public abstract int status();

    /// {@return header fields that the answer must carry, such as `Allow` of a 405}
    public List<Header> headers() {
        return List.of();
    }

    /// {@return whether the problem's sentence may be shown to a visitor when debug is off}
    public boolean speaksToVisitor() {
        return status() < 500;
    }
}
