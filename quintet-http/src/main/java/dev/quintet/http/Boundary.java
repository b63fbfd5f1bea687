package dev.quintet.http;

import dev.quintet.kernel.log.Loggers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what is thrown into pages, so that each middleware always gets an answer. Django:
/// `convert_exception_to_response`.
///
/// @param pages the site's pages
/// @param last the pages for when those fail themselves
/// @param mappers know the exceptions of other modules
record Boundary(ErrorPages pages, ErrorPages last, List<ExceptionMapper> mappers) {

    private static final System.Logger LOG = Loggers.named("quintet.request");

    Boundary with(ErrorPages other) {
        return new Boundary(other, last, mappers);
    }

    Next around(Next inner) {
        return request -> {
            try {
                return inner.handle(request);
            } catch (Exception | StackOverflowError | AssertionError | LinkageError thrown) {
                return page(request, thrown);
            }
        };
    }

    Response page(Request request, Throwable thrown) {
        HttpException http = http(thrown);
        Failure failure = http == null ? new Failure(500, thrown, null) : failure(http, thrown);
        log(request, failure);
        if (http == null) {
            RequestSignals.failed(request, thrown);
        }
        Response response;
        try {
            response = pages.page(request, failure);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "An error page failed", broken);
            response = last.page(request, failure);
        }
        if (http != null) {
            for (Header header : http.headers()) {
                response = response.withHeader(header);
            }
        }
        return response;
    }

    /// What an exception is to a visitor; `null` for a mistake of ours.
    private @Nullable HttpException http(Throwable thrown) {
        if (thrown instanceof HttpException http) {
            return http;
        }
        for (ExceptionMapper mapper : mappers) {
            HttpException http = mapper.map(thrown);
            if (http != null) {
                return http;
            }
        }
        return null;
    }

    private static Failure failure(HttpException http, Throwable thrown) {
        return new Failure(
                http.status(), thrown, http.speaksToVisitor() ? http.problem().problem() : null);
    }

    private static void log(Request request, Failure failure) {
        String line =
                request.method() + " " + request.escapedPath() + " ended in " + failure.status();
        if (failure.status() == 503) {
            // The site is busy, or closed: no mistake of its code, and there may be many of them.
            LOG.log(System.Logger.Level.WARNING, line + ": " + failure.thrown().getMessage());
        } else if (failure.status() >= 500) {
            LOG.log(System.Logger.Level.ERROR, line, failure.thrown());
        } else if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            LOG.log(System.Logger.Level.DEBUG, line + ": " + failure.thrown().getMessage());
        }
    }
}
