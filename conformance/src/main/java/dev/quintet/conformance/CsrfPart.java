package dev.quintet.conformance;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPolicy;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Whole decisions about a request that may be forged: accepted, or refused for a reason.
final class CsrfPart implements Part {

    @Override
    public boolean covers(Case recorded) {
        return recorded.area().equals("csrf-decision");
    }

    @Override
    public Outcome run(Case c) {
        Settings settings =
                new Settings()
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
                        .set(
                                HttpSettings.CSRF_TRUSTED_ORIGINS,
                                c.list("trusted_origins").stream()
                                        .map(origin -> (String) Objects.requireNonNull(origin))
                                        .toList());
        String domain = c.textOrNull("cookie_domain");
        if (domain != null) {
            settings.set(HttpSettings.CSRF_COOKIE_DOMAIN, domain);
        }
        RequestBuilder builder =
                RequestBuilder.of(c.text("method"), "/")
                        .policy(RequestPolicy.of(settings))
                        .header("Host", c.text("host"));
        header(builder, "Origin", c.textOrNull("origin"));
        header(builder, "Referer", c.textOrNull("referer"));
        header(builder, "X-CSRFToken", c.textOrNull("header_token"));
        if (c.textOrNull("cookie") != null) {
            builder.cookie("csrftoken", c.text("cookie"));
        }
        if (c.textOrNull("post_token") != null) {
            builder.form(Map.of(Csrf.FIELD, c.text("post_token")));
        }
        if (c.truth("secure")) {
            builder.secure();
        }
        Request request = builder.build();
        String got = c.truth("exempt") ? null : Csrf.of(settings).refusal(request);
        return Outcome.compare(c.raw("reason"), got);
    }

    private static void header(
            RequestBuilder builder, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            builder.header(name, value);
        }
    }
}
