package dev.quintet.conformance;

import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.template.SilentInTemplates;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.text.Uris;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decodes the values of template cases: Python's objects, callables, tuples and requests as what a
/// Java page would be given in their place.
final class TemplateValues {

    /// Knows the tags of template contexts.
    static final Tagged TAGGED =
            Tagged.STANDARD
                    .with("$tuple", (value, _, tagged) -> tagged.list(value).toArray())
                    .with("$lazy", (value, _, tagged) -> lazy(tagged.decode(value)))
                    .with("$object", TemplateValues::object)
                    .with("$callable", TemplateValues::callable)
                    .with("$callable_needs_args", (_, _, _) -> new Changing())
                    .with("$callable_raises", (value, _, _) -> raising(value))
                    .with("$attr_raises", (value, _, _) -> raising(value))
                    .with("$item_raises", (value, _, _) -> raising(value))
                    .with("$querydict", (value, _, tagged) -> tagged.decode(value))
                    .with("$request", (value, _, _) -> request(value))
                    .with("$counter", (value, _, tagged) -> tagged.decode(value))
                    .with("$defaultdict", TemplateValues::defaulting);

    private TemplateValues() {}

    /// {@return a request as templates see it}
    @SuppressWarnings("unchecked") // Json.parse makes maps with String keys only
    static Object request(@Nullable Object json) {
        var fields = (Map<String, @Nullable Object>) Objects.requireNonNull(json);
        var query = new LinkedHashMap<String, List<String>>();
        String text = String.valueOf(fields.getOrDefault("query", ""));
        for (var pair : Uris.parseQuery(text)) {
            query.computeIfAbsent(pair.getKey(), _ -> new ArrayList<>()).add(pair.getValue());
        }
        var request = new LinkedHashMap<String, @Nullable Object>(fields);
        request.put("GET", query);
        if (fields.get("namespace") instanceof String namespace) {
            request.put("resolver_match", Map.of("namespace", namespace));
        }
        return request;
    }

    private static Object lazy(@Nullable Object value) {
        return value instanceof SafeString safe
                ? (Supplier<Object>) () -> safe
                : Gettext.lazy(() -> String.valueOf(value));
    }

    private static Object callable(
            @Nullable Object value, Map<String, @Nullable Object> fields, Tagged tagged) {
        Object result = tagged.decode(value);
        return Boolean.TRUE.equals(fields.get("alters_data"))
                ? new Changing()
                : (Supplier<@Nullable Object>) () -> result;
    }

    @SuppressWarnings("unchecked") // Json.parse makes maps with String keys only
    private static Raising raising(@Nullable Object value) {
        var fields = (Map<String, @Nullable Object>) Objects.requireNonNull(value);
        String message = fields.get("error") + ": " + fields.get("message");
        return new Raising(
                Boolean.TRUE.equals(fields.get("silent"))
                        ? new Silent(message)
                        : new IllegalStateException(message));
    }

    private static Object defaulting(
            @Nullable Object value, Map<String, @Nullable Object> fields, Tagged tagged) {
        Object usual = tagged.decode(fields.get("default"));
        var map = new Defaulting(usual);
        ((Map<?, ?>) Objects.requireNonNull(tagged.decode(value)))
                .forEach((key, each) -> map.put(String.valueOf(key), each));
        return map;
    }

    private static Object object(
            @Nullable Object value, Map<String, @Nullable Object> fields, Tagged tagged) {
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(value))
                .forEach((name, each) -> attributes.put((String) name, tagged.decode(each)));
        Object items = fields.get("items");
        var found = new LinkedHashMap<String, @Nullable Object>();
        if (items instanceof Map<?, ?> map) {
            map.forEach((name, each) -> found.put((String) name, tagged.decode(each)));
        }
        Object text = tagged.decode(fields.get("str"));
        if (Boolean.TRUE.equals(fields.get("alters_data"))
                && !Boolean.TRUE.equals(fields.get("do_not_call"))) {
            return new Changing();
        }
        if (fields.containsKey("call") && !Boolean.TRUE.equals(fields.get("do_not_call"))) {
            Object result = tagged.decode(fields.get("call"));
            return (Supplier<@Nullable Object>) () -> result;
        }
        if (fields.get("html") instanceof String html) {
            return new HtmlObject(attributes, found, text, new SafeString(html));
        }
        if (text instanceof SafeString safe) {
            return new HtmlObject(attributes, found, text, safe);
        }
        if (fields.containsKey("iter")) {
            return new IterableObject(attributes, found, text, tagged.list(fields.get("iter")));
        }
        return new PlainObject(attributes, found, text);
    }

    /// Something that must not be called.
    @AltersData
    private static final class Changing implements Supplier<Object> {
        @Override
        public Object get() {
            throw new IllegalStateException("this must not be called");
        }
    }

    private record Raising(RuntimeException failure) implements Supplier<Object> {
        @Override
        public Object get() {
            throw failure;
        }
    }

    private static final class Silent extends RuntimeException implements SilentInTemplates {
        @Serial private static final long serialVersionUID = 1L;

        Silent(String message) {
            super(message);
        }
    }

    private static final class Defaulting extends LinkedHashMap<String, @Nullable Object> {
        @Serial private static final long serialVersionUID = 1L;

        private final transient @Nullable Object usual;

        Defaulting(@Nullable Object usual) {
            this.usual = usual;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return containsKey(key) ? super.get(key) : usual;
        }
    }

    private static class PlainObject implements TemplateObject {
        private final Map<String, @Nullable Object> attributes;
        private final Map<String, @Nullable Object> items;
        private final @Nullable Object text;

        PlainObject(
                Map<String, @Nullable Object> attributes,
                Map<String, @Nullable Object> items,
                @Nullable Object text) {
            this.attributes = attributes;
            this.items = items;
            this.text = text;
        }

        @Override
        public @Nullable Object templateAttribute(String name) {
            return items.containsKey(name)
                    ? items.get(name)
                    : attributes.containsKey(name) ? attributes.get(name) : UNKNOWN;
        }

        @Override
        public String toString() {
            return text == null ? "object" : text.toString();
        }
    }

    private static final class HtmlObject extends PlainObject implements HtmlValue {
        private final SafeString html;

        HtmlObject(
                Map<String, @Nullable Object> attributes,
                Map<String, @Nullable Object> items,
                @Nullable Object text,
                SafeString html) {
            super(attributes, items, text);
            this.html = html;
        }

        @Override
        public SafeString toHtml() {
            return html;
        }
    }

    private static final class IterableObject extends PlainObject implements Iterable<Object> {
        private final List<Object> each;

        IterableObject(
                Map<String, @Nullable Object> attributes,
                Map<String, @Nullable Object> items,
                @Nullable Object text,
                List<Object> each) {
            super(attributes, items, text);
            this.each = Collections.unmodifiableList(each);
        }

        @Override
        public Iterator<Object> iterator() {
            return each.iterator();
        }
    }
}
