package dev.quintet.conformance;

import dev.quintet.http.Body;
import dev.quintet.http.Cookie;
import dev.quintet.http.Header;
import dev.quintet.http.Hosts;
import dev.quintet.http.Middleware;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.ConditionalGet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Requests and responses: hosts, `Accept`, query strings, cookies that are set, conditions.
final class HttpPart implements Part {

    private static final Set<String> AREAS =
            Set.of(
                    "conditional_get",
                    "request.accepts",
                    "request.validate_host",
                    "request.split_domain_port",
                    "http.QueryDict",
                    "http.set_cookie",
                    "http.delete_cookie",
                    "cache.patch_vary_headers");

    /// When the cases were recorded.
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-14T15:09:26Z"), ZoneOffset.UTC);

    @Override
    public boolean covers(Case recorded) {
        return AREAS.contains(recorded.area());
    }

    @Override
    public Outcome run(Case c) throws Exception {
        List<Object> args = Tagged.STANDARD.list(c.list("args"));
        return switch (c.area()) {
            case "conditional_get" -> conditional(c, args);
            case "request.accepts" ->
                    Outcome.compare(
                            c.raw("result"),
                            RequestBuilder.get("/")
                                    .header("Accept", (String) args.get(0))
                                    .build()
                                    .accepts((String) args.get(1)));
            case "request.validate_host" ->
                    Outcome.compare(
                            c.raw("result"),
                            Hosts.matches(
                                    Hosts.split((String) args.get(0)).domain(),
                                    strings(args.get(1))));
            case "request.split_domain_port" -> {
                Hosts.Parts parts = Hosts.split((String) args.get(0));
                yield Outcome.compare(c.value("result"), List.of(parts.domain(), parts.port()));
            }
            case "http.QueryDict" -> query(c, args);
            case "http.set_cookie" -> setCookie(c);
            case "http.delete_cookie" -> deleteCookie(c);
            case "cache.patch_vary_headers" -> vary(c, args);
            default -> throw new UncoveredException(c.area());
        };
    }

    private static Outcome query(Case c, List<Object> args) {
        QueryParams query = QueryParams.parse((String) args.getFirst());
        var lists = new ArrayList<@Nullable Object>();
        query.asMap().forEach((name, values) -> lists.add(List.of(name, values)));
        return Outcome.compare(
                c.value("result"), Map.of("lists", lists, "urlencode", query.encode()));
    }

    private static Outcome vary(Case c, List<Object> args) {
        Response response = Response.status(200);
        if (args.getFirst() instanceof String now) {
            response = response.withHeader("Vary", now);
        }
        response = response.withVary(strings(args.get(1)).toArray(String[]::new));
        return Outcome.compare(c.raw("result"), response.header("Vary"));
    }

    private static Outcome conditional(Case c, List<Object> args) throws Exception {
        RequestBuilder builder = RequestBuilder.of((String) args.get(0), "/");
        ((Map<?, ?>) args.get(1))
                .forEach((name, value) ->
                        builder.header(String.valueOf(name), String.valueOf(value)));
        int status = args.size() > 3 && args.get(3) instanceof Long l ? l.intValue() : 200;
        Response answer = Response.html("hello").withStatus(status);
        for (Map.Entry<?, ?> each : ((Map<?, ?>) args.get(2)).entrySet()) {
            answer =
                    answer.withHeader(
                            String.valueOf(each.getKey()), String.valueOf(each.getValue()));
        }
        Response made = answer;
        Middleware middleware = new ConditionalGet();
        Request request = builder.build();
        Response got = middleware.handle(request, _ -> made);
        var headers = new HashMap<String, String>();
        for (Header header : got.headers()) {
            headers.put(header.name(), header.value());
        }
        String body =
                got.body() instanceof Body.Bytes bytes
                        ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                        : "?";
        var all = new LinkedHashMap<String, Object>();
        all.put("status", (long) got.status());
        all.put("headers", headers);
        all.put("body", body);
        return Outcome.compare(c.value("result"), all);
    }

    /// Django's defaults are laxer than ours: each is said.
    private static Outcome setCookie(Case c) {
        Map<?, ?> kwargs =
                (Map<?, ?>) Objects.requireNonNull(Tagged.STANDARD.decode(c.object("kwargs")));
        Object value = kwargs.get("value");
        Cookie cookie =
                shaped(
                        Cookie.of(
                                (String) Objects.requireNonNull(kwargs.get("key")),
                                value == null ? "" : (String) value),
                        kwargs);
        if (kwargs.get("max_age") instanceof Number seconds) {
            cookie = cookie.withMaxAge(Duration.ofSeconds(seconds.longValue()));
        } else if (kwargs.get("max_age") instanceof Duration age) {
            cookie = cookie.withMaxAge(age);
        }
        switch (kwargs.get("expires")) {
            case LocalDateTime local ->
                    cookie = cookie.withExpires(local.toInstant(ZoneOffset.UTC));
            case java.time.ZonedDateTime zoned -> cookie = cookie.withExpires(zoned.toInstant());
            case String text -> throw new UncoveredException("expires as text " + text);
            case null, default -> {}
        }
        return Outcome.compare(c.raw("result"), cookie.render(CLOCK, false));
    }

    private static Outcome deleteCookie(Case c) {
        Map<?, ?> kwargs =
                (Map<?, ?>) Objects.requireNonNull(Tagged.STANDARD.decode(c.object("kwargs")));
        Cookie cookie =
                shaped(Cookie.expired((String) Objects.requireNonNull(kwargs.get("key"))), kwargs);
        if (!(kwargs.get("secure") instanceof Boolean)) {
            cookie = cookie.withSecure(null);
        }
        return Outcome.compare(c.raw("result"), cookie.render(CLOCK, false));
    }

    private static Cookie shaped(Cookie cookie, Map<?, ?> kwargs) {
        Cookie shaped =
                cookie.withSameSite(null)
                        .withHttpOnly(Boolean.TRUE.equals(kwargs.get("httponly")))
                        .withSecure(Boolean.TRUE.equals(kwargs.get("secure")));
        if (kwargs.get("samesite") instanceof String word) {
            shaped = shaped.withSameSite(Cookie.SameSite.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        if (kwargs.get("path") instanceof String path) {
            shaped = shaped.withPath(path);
        }
        return kwargs.get("domain") instanceof String domain ? shaped.withDomain(domain) : shaped;
    }

    private static List<String> strings(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(each -> (String) Objects.requireNonNull(each)).toList();
    }
}
