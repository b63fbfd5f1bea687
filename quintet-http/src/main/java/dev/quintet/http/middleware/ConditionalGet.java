package dev.quintet.http.middleware;

import dev.quintet.http.Body;
import dev.quintet.http.Conditional;
import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// Gives pages an `ETag`, and answers 304 to a client that has the page already. Django:
/// `ConditionalGetMiddleware`.
public final class ConditionalGet implements Middleware {

    /// Makes one; it has no settings.
    public ConditionalGet() {}

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Response response = next.handle(request);
        if (!request.is("GET")) {
            return response;
        }
        if (response.header("ETag") == null
                && response.body() instanceof Body.Bytes body
                && body.bytes().length > 0
                && !noStore(response)) {
            response = response.addHeader(Header.of("ETag", '"' + digest(body.bytes()) + '"'));
        }
        boolean known = response.header("ETag") != null || response.header("Last-Modified") != null;
        return known ? Conditional.answer(request, response) : response;
    }

    @Override
    public Set<Class<? extends Middleware>> inside() {
        return Set.of(Compression.class);
    }

    private static boolean noStore(Response response) {
        String control = response.header("Cache-Control");
        if (control == null) {
            return false;
        }
        for (String directive : control.split(",", -1)) {
            if (directive.strip().toLowerCase(Locale.ROOT).equals("no-store")) {
                return true;
            }
        }
        return false;
    }

    /// MD5 as Django has it: it tells contents apart, and guards nothing.
    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
