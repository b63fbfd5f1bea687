package dev.quintet.test;

import dev.quintet.http.Reverse;
import dev.quintet.kernel.json.Json;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/// What can be said of a {@link Page}. Each says what it met when it fails.
public final class PageAssert extends AbstractAssert<PageAssert, Page> {

    private static final int SHOWN = 2000;

    PageAssert(Page page) {
        super(page, PageAssert.class);
    }

    /// Its status is this one.
    public PageAssert hasStatus(int status) {
        if (actual.status() != status) {
            String location = actual.header("Location");
            failWithMessage(
                    "Expected status %d, got %d%s%s",
                    status,
                    actual.status(),
                    location == null ? "" : " to " + location,
                    actual.isRedirect() ? "" : " with:\n" + shown(actual.text()));
        }
        return this;
    }

    /// Its status is 200.
    public PageAssert isOk() {
        return hasStatus(200);
    }

    /// Its status is 404.
    public PageAssert isNotFound() {
        return hasStatus(404);
    }

    /// A reader sees this text: {@link Page#text} has it.
    public PageAssert contains(String... texts) {
        String seen = actual.text();
        for (String text : texts) {
            if (!seen.contains(drawnTogether(text))) {
                failWithMessage(
                        "Expected to see <%s>%s in:\n%s",
                        text,
                        actual.source().contains(text)
                                ? " (it is in the source only: containsSource looks there)"
                                : "",
                        shown(seen));
            }
        }
        return this;
    }

    /// A reader does not see this text.
    public PageAssert doesNotContain(String... texts) {
        String seen = actual.text();
        for (String text : texts) {
            if (seen.contains(drawnTogether(text))) {
                failWithMessage("Expected not to see <%s> in:\n%s", text, shown(seen));
            }
        }
        return this;
    }

    /// The body has this text as it is, such as a tag with its attributes.
    public PageAssert containsSource(String text) {
        if (!actual.source().contains(text)) {
            failWithMessage("Expected the source <%s> in:\n%s", text, shown(actual.source()));
        }
        return this;
    }

    /// The body does not have this text as it is.
    public PageAssert doesNotContainSource(String text) {
        if (actual.source().contains(text)) {
            failWithMessage("Expected no source <%s> in:\n%s", text, shown(actual.source()));
        }
        return this;
    }

    /// It has a header of this name.
    public PageAssert hasHeader(String name) {
        if (!actual.headers().has(name)) {
            failWithMessage("Expected a header <%s> among:\n%s", name, actual.headers());
        }
        return this;
    }

    /// It has a header of this name and value.
    public PageAssert hasHeader(String name, String value) {
        if (!actual.headers().all(name).contains(value)) {
            failWithMessage(
                    "Expected the header <%s: %s>, got %s",
                    name, value, actual.headers().all(name));
        }
        return this;
    }

    /// It has no header of this name.
    public PageAssert doesNotHaveHeader(String name) {
        if (actual.headers().has(name)) {
            failWithMessage("Expected no header <%s>, got %s", name, actual.headers().all(name));
        }
        return this;
    }

    /// It sets a cookie of this name.
    public PageAssert setsCookie(String name) {
        if (actual.cookie(name) == null) {
            failWithMessage(
                    "Expected a cookie <%s>, got %s", name, actual.headers().all("Set-Cookie"));
        }
        return this;
    }

    /// It redirects there, or, where redirects were followed, the last one of them did.
    ///
    /// @param target a path or an address, or the name of a route
    /// @param args what the route captures, in its order
    public PageAssert redirectsTo(String target, Object... args) {
        boolean address = target.startsWith("/") || target.contains("://");
        String expected = address ? target : Reverse.of(target, args).url();
        String location =
                actual.redirects().isEmpty()
                        ? actual.header("Location")
                        : actual.redirects().getLast().location();
        boolean redirected = actual.isRedirect() || !actual.redirects().isEmpty();
        if (!redirected || !expected.equals(location)) {
            failWithMessage(
                    "Expected a redirect to <%s>, got %s%s",
                    expected,
                    redirected ? "one to <" + location + ">" : "status " + actual.status(),
                    redirected ? "" : " with:\n" + shown(actual.text()));
        }
        return this;
    }

    /// A template of this name was rendered for it, alone, as a parent or included.
    public PageAssert usesTemplate(String name) {
        if (!actual.templates().contains(name)) {
            failWithMessage("Expected the template <%s> among %s", name, actual.templates());
        }
        return this;
    }

    /// No template of this name was rendered for it.
    public PageAssert doesNotUseTemplate(String name) {
        if (actual.templates().contains(name)) {
            failWithMessage("Expected no template <%s> among %s", name, actual.templates());
        }
        return this;
    }

    /// Its templates saw a variable of this value.
    public PageAssert hasContext(String variable, @Nullable Object value) {
        if (!actual.context().containsKey(variable)) {
            failWithMessage(
                    "Expected the variable <%s> among %s", variable, actual.context().keySet());
        }
        Object met = actual.context(variable);
        if (!Objects.equals(met, value)) {
            failWithMessage(
                    "Expected the variable <%s> to be <%s>, got <%s>", variable, value, met);
        }
        return this;
    }

    /// Its body is this JSON document, in whatever order of members.
    ///
    /// @param document maps, lists, records, strings, numbers, booleans or null
    public PageAssert hasJson(@Nullable Object document) {
        Object expected = Json.parse(Json.bytes(document));
        Object met = actual.json();
        if (!Objects.equals(met, expected)) {
            failWithMessage("Expected the JSON\n%s\ngot\n%s", Json.text(expected), Json.text(met));
        }
        return this;
    }

    private static String drawnTogether(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ");
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
