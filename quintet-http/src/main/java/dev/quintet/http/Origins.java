package dev.quintet.http;

import dev.quintet.kernel.text.Uris;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Judges the `Origin` that a browser names: whose page sent a request.
public final class Origins {

    private Origins() {}

    /// {@return whether a page of this origin may act for the visitor: the site's own, or one of
    /// those trusted, such as `https://*.example.com`}
    public static boolean trusted(String origin, Request request, List<String> trustedOrigins) {
        try {
            if (origin.equals(request.scheme() + "://" + request.host())) {
                return true;
            }
        } catch (HttpException notOurHost) {
            // then only an origin that is listed will do
        }
        if (trustedOrigins.contains(origin) && origin.indexOf('*') < 0) {
            return true;
        }
        URI uri = uri(origin);
        if (uri == null || uri.getScheme() == null || uri.getRawAuthority() == null) {
            return false;
        }
        String netloc = uri.getRawAuthority().toLowerCase(Locale.ROOT);
        for (String trusted : trustedOrigins) {
            int end = trusted.indexOf("://");
            if (end > 0
                    && trusted.startsWith("*", end + 3)
                    && trusted.substring(0, end).equals(uri.getScheme())
                    && Uris.sameDomain(netloc, trusted.substring(end + 4))) {
                return true;
            }
        }
        return false;
    }

    /// {@return a URL taken apart, or `null` where it is none}
    public static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
