package dev.quintet.http.middleware;

import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Says how a route's answers may be kept by browsers and by caches on the way. Django:
/// `cache_control`, `never_cache`, `vary_on_headers`.
///
/// Directives are added to those that an answer has; what a directive forbids wins: `private` takes
/// the place of `public`.
public final class Caching implements Middleware {

    private final List<String> directives;
    private final List<String> vary;

    private Caching(List<String> directives, List<String> vary) {
        this.directives = directives;
        this.vary = vary;
    }

    /// {@return answers that anybody may keep for a while}
    public static Caching publicly(Duration age) {
        return control("public", "max-age=" + age.toSeconds());
    }

    /// {@return answers that the visitor's own browser may keep for a while}
    public static Caching privately(Duration age) {
        return control("private", "max-age=" + age.toSeconds());
    }

    /// {@return answers that nobody keeps}
    public static Caching never() {
        return control("max-age=0", "no-cache", "no-store", "must-revalidate", "private");
    }

    /// {@return answers with these directives of `Cache-Control`, such as `no-transform`}
    public static Caching control(String... directives) {
        return new Caching(List.of(directives), List.of());
    }

    /// {@return answers that depend on these request headers too}
    public static Caching varyOn(String... headers) {
        return new Caching(List.of(), List.of(headers));
    }

    /// {@return answers that depend on the request's cookies}
    public static Caching varyOnCookie() {
        return varyOn("Cookie");
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Response response = next.handle(request);
        if (!vary.isEmpty()) {
            response = response.withVary(vary.toArray(String[]::new));
        }
        return directives.isEmpty() ? response : merged(response);
    }

    private Response merged(Response response) {
        var all = new java.util.LinkedHashMap<String, String>();
        String own = response.header("Cache-Control");
        if (own != null) {
            for (String each : own.split(",", -1)) {
                put(all, each.strip());
            }
        }
        directives.forEach(each -> put(all, each));
        return response.withHeader(Header.of("Cache-Control", String.join(", ", all.values())));
    }

    private static void put(java.util.Map<String, String> all, String directive) {
        if (directive.isEmpty()) {
            return;
        }
        int sign = directive.indexOf('=');
        String name =
                (sign < 0 ? directive : directive.substring(0, sign)).toLowerCase(Locale.ROOT);
        if (name.equals("private")) {
            all.remove("public");
        } else if (name.equals("public") && all.containsKey("private")) {
            return;
        }
        all.put(name, directive);
    }

    @Override
    public String name() {
        return "Caching" + (directives.isEmpty() ? vary : directives);
    }
}
