package dev.quintet.http;

import dev.quintet.kernel.headers.ETags;
import dev.quintet.kernel.headers.HttpDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers requests that say what the client has already: 304, 412, or a part of the body. RFC
/// 9110, sections 13 and 14. Django: `get_conditional_response`.
public final class Conditional {

    private static final Pattern RANGES =
            Pattern.compile(
                    "bytes=\\s*(\\d{0,18}-\\d{0,18}(?:\\s*,\\s*\\d{0,18}-\\d{0,18}){0,31})");
    private static final List<String> KEPT_BY_304 =
            List.of(
                    "Cache-Control",
                    "Content-Location",
                    "Date",
                    "ETag",
                    "Expires",
                    "Last-Modified",
                    "Vary");

    private Conditional() {}

    /// {@return `response`, or 304 or 412 where its `ETag` and `Last-Modified` and the request's
    /// conditions ask for that}
    public static Response answer(Request request, Response response) {
        if (response.status() < 200 || response.status() > 299) {
            return response;
        }
        String etag = response.header("ETag");
        Instant modified = date(response.header("Last-Modified"));
        boolean reads = request.is("GET") || request.is("HEAD");
        List<String> match = etags(request.header("If-Match"));
        Instant unmodifiedSince = date(request.header("If-Unmodified-Since"));
        if (!match.isEmpty()
                ? !matches(etag, match)
                : unmodifiedSince != null
                        && (modified == null || modified.isAfter(unmodifiedSince))) {
            return Response.html("").withStatus(412);
        }
        List<String> noneMatch = etags(request.header("If-None-Match"));
        if (!noneMatch.isEmpty()) {
            if (noneMatches(etag, noneMatch)) {
                return response;
            }
            return reads ? notModified(response) : Response.html("").withStatus(412);
        }
        Instant modifiedSince = date(request.header("If-Modified-Since"));
        boolean old = modifiedSince != null && modified != null && !modified.isAfter(modifiedSince);
        return old && reads ? notModified(response) : response;
    }

    /// {@return `response`, or the parts of its bytes or file that the request asks for: 206, or
    /// 416 where there is no such part}
    ///
    /// Several parts come as `multipart/byteranges`. Who asks for many, or for parts that overlap,
    /// gets the whole, as RFC 9110 allows: it would only cost more.
    public static Response range(Request request, Response response) {
        long size = response.body().size();
        boolean cuts =
                response.body() instanceof Body.Bytes || response.body() instanceof Body.File;
        if (!request.is("GET") || response.status() != 200 || !cuts) {
            return response;
        }
        Response whole = response.withDefault(Header.of("Accept-Ranges", "bytes"));
        String asked = request.header("Range");
        Matcher m = RANGES.matcher(asked == null ? "" : asked.strip());
        if (!m.matches() || !sameAsBefore(request, response)) {
            return whole;
        }
        var parts = new ArrayList<ByteRange>();
        for (String each : String.valueOf(m.group(1)).split(",", -1)) {
            ByteRange range = ByteRange.parse(each.strip(), size);
            if (range == null) {
                return whole;
            }
            if (range.length() > 0) {
                parts.add(range);
            }
        }
        if (parts.isEmpty()) {
            return Response.status(416).withHeader("Content-Range", "bytes */" + size);
        }
        if (parts.size() > 1) {
            return ByteRange.overlap(parts) ? whole : ByteRange.several(whole, parts, size);
        }
        ByteRange only = parts.getFirst();
        return whole.withStatus(206)
                .withHeader("Content-Range", only.header(size))
                .withBody(only.of(response.body()));
    }

    private static boolean sameAsBefore(Request request, Response response) {
        String condition = request.header("If-Range");
        if (condition == null) {
            return true;
        }
        String etag = response.header("ETag");
        if (condition.startsWith("\"")) {
            return condition.equals(etag);
        }
        Instant then = date(condition);
        return then != null && then.equals(date(response.header("Last-Modified")));
    }

    private static Response notModified(Response response) {
        Response answer = Response.notModified();
        for (String name : KEPT_BY_304) {
            String value = response.header(name);
            if (value != null) {
                answer = answer.withHeader(name, value);
            }
        }
        for (Cookie cookie : response.cookies()) {
            answer = answer.withCookie(cookie);
        }
        return answer;
    }

    private static boolean matches(@Nullable String etag, List<String> wanted) {
        return etag != null
                && (wanted.equals(List.of("*"))
                        || (!etag.startsWith("W/") && wanted.contains(etag)));
    }

    private static boolean noneMatches(@Nullable String etag, List<String> known) {
        if (etag == null) {
            return true;
        }
        return !known.equals(List.of("*"))
                && known.stream().noneMatch(each -> ETags.weakMatch(each, etag));
    }

    private static List<String> etags(@Nullable String header) {
        return header == null ? List.of() : ETags.parse(header);
    }

    private static @Nullable Instant date(@Nullable String header) {
        return header == null ? null : HttpDate.parse(header);
    }
}
