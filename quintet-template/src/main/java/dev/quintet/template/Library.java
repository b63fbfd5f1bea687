package dev.quintet.template;

import dev.quintet.kernel.text.SafeString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tags and filters under one name, for `{% load name %}`. Immutable once an engine has it.
///
/// ```java
/// Library.named("shop")
///         .filter("euros", value -> value + " €")
///         .tag("greet", call -> "Hello " + call.argument(0))
///         .blockTag("box", (call, content) -> new SafeString("<div>" + content + "</div>"))
///         .inclusionTag("card", "shop/card.html", call -> Map.of("album", call.argument(0)));
/// ```
///
/// What filters and tags return is escaped unless it is a {@link SafeString}.
public final class Library {

    private final String name;
    private final Map<String, TagCompiler> tags = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();

    private Library(String name) {
        this.name = name;
    }

    /// {@return an empty library}
    public static Library named(String name) {
        return new Library(name);
    }

    /// {@return the name that `load` gives}
    public String name() {
        return name;
    }

    /// Adds a filter without an argument: `{{ value|name }}`.
    public Library filter(
            String filterName, Function<@Nullable Object, ? extends @Nullable Object> body) {
        return add(
                new Filter(
                        filterName,
                        Filter.Argument.NONE,
                        false,
                        false,
                        (value, _, _) -> body.apply(value)));
    }

    /// Adds a filter with an argument: `{{ value|name:argument }}`.
    public Library filter(
            String filterName,
            BiFunction<@Nullable Object, @Nullable Object, ? extends @Nullable Object> body) {
        return add(
                new Filter(
                        filterName,
                        Filter.Argument.REQUIRED,
                        false,
                        false,
                        (value, argument, _) -> body.apply(value, argument)));
    }

    /// Adds a tag that shows what `body` returns: `{% name argument key=value %}`, or keeps it in a
    /// variable: `{% name argument as variable %}`.
    public Library tag(String tagName, Function<TagCall, ? extends @Nullable Object> body) {
        return add(tagName, OwnTags.simple(tagName, body));
    }

    /// Adds a tag that encloses something, up to `{% endNAME %}`: `body` gets what it encloses,
    /// rendered.
    public Library blockTag(
            String tagName, BiFunction<TagCall, SafeString, ? extends @Nullable Object> body) {
        return add(tagName, OwnTags.block(tagName, body));
    }

    /// Adds a tag that shows a template, with the variables that `body` returns and no others but
    /// the CSRF token.
    public Library inclusionTag(
            String tagName,
            String template,
            Function<TagCall, ? extends Map<String, ? extends @Nullable Object>> body) {
        return add(tagName, OwnTags.inclusion(tagName, template, body));
    }

    Library add(Filter filter) {
        filters.put(filter.name(), filter);
        return this;
    }

    Library add(String tagName, TagCompiler compiler) {
        tags.put(tagName, compiler);
        return this;
    }

    Map<String, TagCompiler> tags() {
        return tags;
    }

    Map<String, Filter> filters() {
        return filters;
    }
}
