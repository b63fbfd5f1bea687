package dev.quintet.http.middleware;

import dev.quintet.http.HttpSettings;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks, for `check --deploy`, at the settings that keep a site safe in public. The numbers are
/// Django's.
public final class WebDeployChecks implements Check {

    private static final List<String> REFERRER_POLICIES =
            List.of(
                    "no-referrer",
                    "no-referrer-when-downgrade",
                    "origin",
                    "origin-when-cross-origin",
                    "same-origin",
                    "strict-origin",
                    "strict-origin-when-cross-origin",
                    "unsafe-url");

    /// For {@link java.util.ServiceLoader}.
    public WebDeployChecks() {}

    @Override
    public Set<String> tags() {
        return Set.of("security", DEPLOY);
    }

    @Override
    public List<CheckMessage> run(Context site) {
        Settings settings = site.settings();
        var found = new ArrayList<CheckMessage>();
        transport(settings, found);
        headers(settings, found);
        cookies(settings, found);
        hosts(settings, found);
        media(settings, found);
        return found;
    }

    private static void transport(Settings settings, List<CheckMessage> found) {
        if (settings.get(HttpSettings.SECURE_HSTS_SECONDS) == 0) {
            warn(
                    found,
                    "security.W004",
                    "SECURE_HSTS_SECONDS is 0: browsers may come back without TLS.",
                    "Set SECURE_HSTS_SECONDS=3600, and a year when all works over TLS.");
        } else {
            if (!settings.get(HttpSettings.SECURE_HSTS_INCLUDE_SUBDOMAINS)) {
                warn(
                        found,
                        "security.W005",
                        "SECURE_HSTS_INCLUDE_SUBDOMAINS is off: hosts below may be reached"
                                + " without TLS.",
                        "Set SECURE_HSTS_INCLUDE_SUBDOMAINS=true if all of them speak TLS.");
            }
            if (!settings.get(HttpSettings.SECURE_HSTS_PRELOAD)) {
                warn(
                        found,
                        "security.W021",
                        "SECURE_HSTS_PRELOAD is off: the site cannot be on the preload lists.",
                        "Set SECURE_HSTS_PRELOAD=true, or silence this.");
            }
        }
        if (!endsInTls(settings)) {
            warn(
                    found,
                    "security.W008",
                    "Nothing sends visitors from http:// to https://.",
                    "Set SECURE_SSL_REDIRECT=true, or name the proxy that does in"
                            + " TRUSTED_PROXIES.");
        }
    }

    private static void media(Settings settings, List<CheckMessage> found) {
        if (settings.get(HttpSettings.MEDIA_SERVED)
                && settings.get(HttpSettings.MEDIA_ACTIVE_CONTENT)
                && settings.get(HttpSettings.MEDIA_URL).matches("/[^/].*|/")) {
            warn(
                    found,
                    "security.W030",
                    "MEDIA_ACTIVE_CONTENT is on: what a visitor uploads may act in the name of"
                            + " whoever looks at it.",
                    "Set MEDIA_ACTIVE_CONTENT=false, or MEDIA_URL to a host of its own.");
        }
    }

    /// Whether TLS is asked for here, or a proxy is told of that may ask for it.
    private static boolean endsInTls(Settings settings) {
        return settings.get(HttpSettings.SECURE_SSL_REDIRECT)
                || !settings.get(HttpSettings.TRUSTED_PROXIES).isEmpty()
                || !settings.get(HttpSettings.SECURE_PROXY_SSL_HEADER).isEmpty();
    }

    private static void headers(Settings settings, List<CheckMessage> found) {
        if (!settings.get(HttpSettings.SECURE_CONTENT_TYPE_NOSNIFF)) {
            warn(
                    found,
                    "security.W006",
                    "SECURE_CONTENT_TYPE_NOSNIFF is off: browsers guess types.",
                    "Set SECURE_CONTENT_TYPE_NOSNIFF=true.");
        }
        if (!settings.get(HttpSettings.X_FRAME_OPTIONS).equalsIgnoreCase("DENY")) {
            warn(
                    found,
                    "security.W019",
                    "X_FRAME_OPTIONS is not DENY: some sites may show this one in a frame.",
                    "Set X_FRAME_OPTIONS=DENY, and let single routes be framed.");
        }
        String referrer = settings.get(HttpSettings.SECURE_REFERRER_POLICY);
        if (referrer.isEmpty()) {
            warn(
                    found,
                    "security.W022",
                    "SECURE_REFERRER_POLICY is empty: other sites learn where visitors came from.",
                    "Set SECURE_REFERRER_POLICY=same-origin.");
        }
        for (String policy : referrer.split(",", -1)) {
            if (!policy.isBlank() && !REFERRER_POLICIES.contains(policy.strip())) {
                found.add(
                        CheckMessage.error(
                                        "security.E023",
                                        "SECURE_REFERRER_POLICY holds '"
                                                + policy.strip()
                                                + "', which is no policy.",
                                        null)
                                .hint("Known are: " + String.join(", ", REFERRER_POLICIES) + "."));
            }
        }
        if (settings.get(MiddlewareSettings.SECURE_CSP).isEmpty()) {
            warn(
                    found,
                    "security.W027",
                    "SECURE_CSP is empty: an injected script would run.",
                    "Leave it at its default, or set a policy of your own.");
        }
    }

    private static void cookies(Settings settings, List<CheckMessage> found) {
        boolean tls = endsInTls(settings);
        // Where all visitors come over TLS, cookies are marked Secure by themselves.
        if (!tls && !settings.get(HttpSettings.SESSION_COOKIE_SECURE)) {
            warn(
                    found,
                    "security.W012",
                    "The session cookie may be sent without TLS.",
                    "Set SESSION_COOKIE_SECURE=true.");
        }
        if (!tls && !settings.get(HttpSettings.CSRF_COOKIE_SECURE)) {
            warn(
                    found,
                    "security.W016",
                    "The CSRF cookie may be sent without TLS.",
                    "Set CSRF_COOKIE_SECURE=true.");
        }
        if (!settings.get(HttpSettings.SESSION_COOKIE_HTTPONLY)) {
            warn(
                    found,
                    "security.W015",
                    "Scripts can read the session cookie.",
                    "Set SESSION_COOKIE_HTTPONLY=true.");
        }
    }

    private static void hosts(Settings settings, List<CheckMessage> found) {
        List<String> hosts = settings.get(HttpSettings.ALLOWED_HOSTS);
        if (hosts.isEmpty()) {
            warn(
                    found,
                    "security.W020",
                    "ALLOWED_HOSTS is empty in deployment.",
                    "Set ALLOWED_HOSTS to the names of the site.");
        } else if (hosts.contains("*")) {
            warn(
                    found,
                    "security.W028",
                    "ALLOWED_HOSTS lets any name pass: links in mails may lead to another site.",
                    "Set ALLOWED_HOSTS to the names of the site.");
        }
        if (settings.get(MiddlewareSettings.CORS_ALLOW_CREDENTIALS)
                && settings.get(MiddlewareSettings.CORS_ALLOWED_ORIGINS).contains("*")) {
            warn(
                    found,
                    "security.W029",
                    "CORS_ALLOWED_ORIGINS is * and CORS_ALLOW_CREDENTIALS is on: nobody is let in.",
                    "Name each origin.");
        }
    }

    private static void warn(List<CheckMessage> found, String id, String message, String hint) {
        found.add(CheckMessage.warning(id, message, null).hint(hint));
    }
}
