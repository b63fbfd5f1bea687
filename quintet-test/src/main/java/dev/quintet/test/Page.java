package dev.quintet.test;

import dev.quintet.http.Cookie;
import dev.quintet.http.Headers;
import dev.quintet.http.Response;
import dev.quintet.kernel.json.Json;
import dev.quintet.template.TemplateRendered;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/// What a {@link Client} got: the answer, and what is known of how it was made.
///
/// AssertJ's `assertThat(page)` gives a {@link PageAssert}. Immutable, but for what the site put
/// into the templates' context.
public final class Page implements AssertProvider<PageAssert> {

    private final String url;
    private final Response response;
    private final byte[] body;
    private final List<TemplateRendered> rendered;
    private final @Nullable Exception thrown;
    private final List<Redirect> redirects;

    /// A redirect that was followed.
    ///
    /// @param location as the answer gave it
    /// @param status of that answer
    public record Redirect(String location, int status) {}

    Page(
            String url,
            Response response,
            byte[] body,
            List<TemplateRendered> rendered,
            @Nullable Exception thrown,
            List<Redirect> redirects) {
        this.url = url;
        this.response = response;
        this.body = body;
        this.rendered = List.copyOf(rendered);
        this.thrown = thrown;
        this.redirects = List.copyOf(redirects);
    }

    Page after(List<Redirect> followed) {
        return new Page(url, response, body, rendered, thrown, followed);
    }

    /// {@return path and query of the request that got it, the last one where redirects were
    /// followed}
    public String url() {
        return url;
    }

    /// {@return the status, such as 200}
    public int status() {
        return response.status();
    }

    /// {@return whether the status is one that sends the browser elsewhere}
    public boolean isRedirect() {
        return List.of(301, 302, 303, 307, 308).contains(status());
    }

    /// {@return all header fields}
    public Headers headers() {
        return response.headers();
    }

    /// {@return the first value of a header, or `null` where it is missing}
    public @Nullable String header(String name) {
        return response.header(name);
    }

    /// {@return a cookie that the answer sets, or `null`}
    public @Nullable Cookie cookie(String name) {
        return response.cookie(name);
    }

    /// {@return the body}
    public byte[] bytes() {
        return body.clone();
    }

    /// {@return the body as text in UTF-8}
    public String source() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// {@return the text that a reader sees: of HTML less its markup, entities resolved and blanks
    /// drawn together; of anything else the body}
    public String text() {
        return isHtml() ? VisibleText.of(source()) : source();
    }

    /// {@return the body as JSON: maps, lists, strings, numbers, booleans and null}
    ///
    /// @throws dev.quintet.kernel.json.JsonException when it is none
    public @Nullable Object json() {
        return Json.parse(body);
    }

    /// {@return the body as JSON, read into a type such as a record}
    ///
    /// @throws dev.quintet.kernel.json.JsonException when it is none, or does not fit
    public <T> T json(Class<T> type) {
        return Json.parse(body, type);
    }

    /// {@return the redirects that led here, the first one first; empty unless they were followed}
    public List<Redirect> redirects() {
        return redirects;
    }

    /// {@return the names of the templates that were rendered for it, in order, parents and
    /// included ones too}
    public List<String> templates() {
        return rendered.stream().map(one -> one.template().name()).distinct().toList();
    }

    /// {@return the variables that its templates saw; of one that several have, the outermost's}
    public Map<String, @Nullable Object> context() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (TemplateRendered one : rendered.reversed()) {
            all.putAll(one.context());
        }
        return all;
    }

    /// {@return a variable that its templates saw, or `null`}
    public @Nullable Object context(String variable) {
        return context().get(variable);
    }

    /// {@return what the view threw, if the site made an error page of it; else `null`}
    public @Nullable Exception thrown() {
        return thrown;
    }

    boolean isHtml() {
        String type = Objects.requireNonNullElse(header("Content-Type"), "");
        return type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /// For AssertJ.
    @Override
    public PageAssert assertThat() {
        return new PageAssert(this);
    }

    /// {@return status and URL}
    @Override
    public String toString() {
        return status() + " " + url;
    }
}
