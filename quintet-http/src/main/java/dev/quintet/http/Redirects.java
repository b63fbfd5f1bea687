package dev.quintet.http;

import dev.quintet.kernel.text.Uris;
import java.util.Locale;

/// Where a redirect may lead, and how its address is written.
final class Redirects {

    private Redirects() {}

    static Response to(int status, String url) {
        switch (status) {
            case 301, 302, 303, 307, 308 -> {}
            default -> throw new IllegalArgumentException(status + " is no redirect");
        }
        refuseOtherSchemes(url);
        return Response.status(status).withHeader("Location", Uris.iriToUri(url));
    }

    /// Browsers drop tabs, line ends and leading controls before they look for a scheme, so these
    /// are dropped here too.
    private static void refuseOtherSchemes(String url) {
        var seen = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r' || (seen.isEmpty() && c <= ' ')) {
                continue;
            }
            if (c == ':') {
                String scheme = seen.toString().toLowerCase(Locale.ROOT);
                switch (scheme) {
                    case "http", "https", "ftp" -> {
                        return;
                    }
                    default ->
                            throw new BadRequest(
                                    "A redirect to the scheme '"
                                            + scheme.replaceAll("[^a-z0-9+.-]", "?")
                                            + "' is refused.");
                }
            }
            boolean inScheme =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (!seen.isEmpty()
                                    && ((c >= '0' && c <= '9')
                                            || c == '+'
                                            || c == '-'
                                            || c == '.'));
            if (!inScheme) {
                return;
            }
            seen.append(c);
        }
    }
}
