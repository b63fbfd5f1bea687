package dev.quintet.dev;

import dev.quintet.http.Header;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.http.RouteMatch;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Masks;
import dev.quintet.kernel.settings.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a developer wants to know of the request and the site, secrets as `****`.
final class Facts {

    private static final int LONGEST = 2000;
    private static final Set<String> COOKIE_HEADERS = Set.of("cookie", "set-cookie");

    private Facts() {}

    static void request(Html html, Request request) {
        html.element("h2", "Request");
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("Method", request.method());
        facts.put("Path", request.escapedPath());
        facts.put("From", request.clientAddress());
        RouteMatch match = request.resolved();
        if (match != null) {
            facts.put("Route", "/" + match.pattern());
            facts.put("Name", match.viewName());
            match.kwargs()
                    .forEach((name, value) -> facts.put("<" + name + ">", hidden(name, value)));
        }
        table(html, "", facts, true);
        table(html, "Query", params(request.query()), false);
        table(html, "Form", form(request), false);
        var cookies = new LinkedHashMap<String, @Nullable Object>();
        request.cookies().forEach((name, value) -> cookies.put(name, hidden(name, value)));
        table(html, "Cookies", cookies, false);
        var headers = new LinkedHashMap<String, @Nullable Object>();
        for (Header header : request.headers()) {
            Object value =
                    COOKIE_HEADERS.contains(header.lowerName())
                            ? Masks.MASK
                            : hidden(header.name(), header.value());
            headers.merge(header.name(), value, (one, other) -> one + "\n" + other);
        }
        table(html, "Headers", headers, false);
    }

    static void settings(Html html) {
        Context context = Context.find();
        if (context == null) {
            return;
        }
        var settings = new LinkedHashMap<String, @Nullable Object>();
        for (Value<?> value : context.settings().explainAll()) {
            String name = value.setting().name();
            settings.put(name, value.shown() + "  (" + value.layer().label() + ")");
        }
        table(html, "Settings", settings, false);
    }

    private static Map<String, @Nullable Object> params(QueryParams params) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        params.asMap()
                .forEach(
                        (name, values) -> shown.put(name, hidden(name, String.join("\n", values))));
        return shown;
    }

    /// A form that cannot be read may be what failed.
    private static Map<String, @Nullable Object> form(Request request) {
        if (!request.is("POST")) {
            return Map.of();
        }
        try {
            return params(request.form());
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }

    private static @Nullable Object hidden(String name, @Nullable Object value) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean secret = Masks.secret(name) || lower.contains("session") || lower.equals("csrf");
        return secret ? Masks.MASK : value;
    }

    private static void table(
            Html html, String title, Map<String, @Nullable Object> rows, boolean open) {
        if (rows.isEmpty()) {
            return;
        }
        if (!open) {
            html.raw("<details class=\"facts\"><summary>")
                    .text(title)
                    .raw(" <span>")
                    .text(rows.size())
                    .raw("</span></summary>\n");
        }
        html.raw("<table><tbody>\n");
        rows.forEach((name, value) -> {
            String text = String.valueOf(value);
            String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            html.raw("<tr><th>").text(name).raw("</th><td>").text(cut).raw("</td></tr>\n");
        });
        html.raw(open ? "</tbody></table>\n" : "</tbody></table>\n</details>\n");
    }
}
