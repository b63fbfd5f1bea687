package dev.quintet.http.middleware;

import dev.quintet.http.Conditional;
import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.headers.ETags;
import dev.quintet.kernel.headers.HttpDate;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers 304 or 412 before a view runs, where a version or a time is known without it. Django:
/// `condition`, `etag`, `last_modified`.
///
/// ```java
/// path("albums/<int:id>/", Catalog::album).with(Condition.lastModified(Catalog::changed))
/// ```
///
/// A POST or PUT whose `If-Match` names another version is refused by 412: nobody overwrites what
/// they have not seen.
public final class Condition implements Middleware {

    private final Function<Request, @Nullable String> version;
    private final Function<Request, @Nullable Instant> modified;

    private Condition(
            Function<Request, @Nullable String> version,
            Function<Request, @Nullable Instant> modified) {
        this.version = version;
        this.modified = modified;
    }

    /// {@return the condition that a version, any text, is still the same; `null` where there is
    /// none}
    public static Condition etag(Function<Request, @Nullable String> version) {
        return new Condition(version, _ -> null);
    }

    /// {@return the condition that nothing was changed since; `null` where that is not known}
    public static Condition lastModified(Function<Request, @Nullable Instant> modified) {
        return new Condition(_ -> null, modified);
    }

    /// {@return both conditions}
    public static Condition of(
            Function<Request, @Nullable String> version,
            Function<Request, @Nullable Instant> modified) {
        return new Condition(version, modified);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String tag = version.apply(request);
        Instant time = modified.apply(request);
        Response known = Response.status(200);
        if (tag != null) {
            known = known.withHeader("ETag", ETags.quote(tag));
        }
        if (time != null) {
            known = known.withHeader("Last-Modified", HttpDate.format(time));
        }
        Response early = Conditional.answer(request, known);
        if (early != known) {
            return early;
        }
        Response response = next.handle(request);
        boolean reads = request.is("GET") || request.is("HEAD");
        if (reads) {
            for (Header header : known.headers()) {
                response = response.withDefault(header);
            }
        }
        return response;
    }
}
