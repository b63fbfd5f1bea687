package dev.quintet.http.middleware;

import dev.quintet.http.Header;
import dev.quintet.http.Headers;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Redirects to TLS where the settings say so, and sends the headers that keep browsers from
/// guessing types, telling where a visitor came from, and sharing windows with other sites. Django:
/// `SecurityMiddleware`.
public final class Security implements Passage {

    private final Headers always;
    private final @Nullable Header overTls;
    private final boolean redirects;
    private final String redirectHost;
    private final List<Pattern> exempt;

    private Security(
            Headers always,
            @Nullable Header overTls,
            boolean redirects,
            String redirectHost,
            List<Pattern> exempt) {
        this.always = always;
        this.overTls = overTls;
        this.redirects = redirects;
        this.redirectHost = redirectHost;
        this.exempt = exempt;
    }

    /// {@return what the settings that begin with `SECURE_` say}
    public static Security of(Settings settings) {
        var always = new ArrayList<Header>();
        if (settings.get(HttpSettings.SECURE_CONTENT_TYPE_NOSNIFF)) {
            always.add(Header.of("X-Content-Type-Options", "nosniff"));
        }
        String referrer =
                Arrays.stream(settings.get(HttpSettings.SECURE_REFERRER_POLICY).split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.joining(","));
        if (!referrer.isEmpty()) {
            always.add(Header.of("Referrer-Policy", referrer));
        }
        String opener = settings.get(HttpSettings.SECURE_CROSS_ORIGIN_OPENER_POLICY);
        if (!opener.isEmpty()) {
            always.add(Header.of("Cross-Origin-Opener-Policy", opener));
        }
        String permissions = settings.get(MiddlewareSettings.SECURE_PERMISSIONS_POLICY);
        if (!permissions.isEmpty()) {
            always.add(Header.of("Permissions-Policy", permissions));
        }
        int seconds = settings.get(HttpSettings.SECURE_HSTS_SECONDS);
        String hsts = "max-age=" + seconds;
        if (settings.get(HttpSettings.SECURE_HSTS_INCLUDE_SUBDOMAINS)) {
            hsts += "; includeSubDomains";
        }
        if (settings.get(HttpSettings.SECURE_HSTS_PRELOAD)) {
            hsts += "; preload";
        }
        return new Security(
                Headers.of(always),
                seconds == 0 ? null : Header.of("Strict-Transport-Security", hsts),
                settings.get(HttpSettings.SECURE_SSL_REDIRECT),
                settings.get(HttpSettings.SECURE_SSL_HOST),
                settings.get(HttpSettings.SECURE_REDIRECT_EXEMPT).stream()
                        .map(Pattern::compile)
                        .toList());
    }

    @Override
    public Onward enter(Request request) {
        if (redirects && !request.secure() && !isExempt(request.path())) {
            String host = redirectHost.isEmpty() ? request.host() : redirectHost;
            return Response.permanentRedirect("https://" + host + request.fullPath());
        }
        return request;
    }

    @Override
    public Response leave(Request request, Response response) {
        Response careful = response.withDefaults(always);
        return overTls != null && request.secure() ? careful.withDefault(overTls) : careful;
    }

    private boolean isExempt(String path) {
        String bare = path.replaceFirst("^/+", "");
        return exempt.stream().anyMatch(pattern -> pattern.matcher(bare).find());
    }
}
