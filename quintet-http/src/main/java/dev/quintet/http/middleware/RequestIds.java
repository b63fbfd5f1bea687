package dev.quintet.http.middleware;

import dev.quintet.http.Header;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.RequestKey;
import dev.quintet.http.Response;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Names each request, so that its lines are found in all logs: by the `X-Request-ID` that came
/// with it, or by a new one. The answer carries it too.
public final class RequestIds implements Passage {

    /// The request's name.
    public static final RequestKey<String> KEY = RequestKey.named("request id");

    private static final String NAME = "X-Request-ID";
    private static final Header FIELD = Header.of(NAME, "");
    private static final int LONGEST = 64;

    /// Makes one; it has no settings.
    public RequestIds() {}

    @Override
    public Onward enter(Request request) {
        String sent = request.header(NAME);
        String id = sent != null && isName(sent) ? sent : made();
        return request.with(KEY, id);
    }

    @Override
    public Response leave(Request request, Response response) {
        return response.withHeader(FIELD.withValue(request.attribute(KEY)));
    }

    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /// {@return whether a text that came as an id may stand in logs and answers: at most 64
    /// letters, digits and `._-`}
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z')
                                        || (c >= 'A' && c <= 'Z')
                                        || (c >= '0' && c <= '9')
                                        || "._-".indexOf(c) >= 0);
    }
}
