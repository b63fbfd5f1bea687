package dev.quintet.forms.widget;

import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The attributes of an HTML element, in their order. Belongs to one form, and so to one thread.
///
/// `true` writes the bare name, `false` nothing; everything else is written as text, escaped.
public final class Attrs implements HtmlValue, TemplateObject {

    private final Map<String, Object> values;

    /// Makes an empty one.
    public Attrs() {
        this.values = new LinkedHashMap<>();
    }

    private Attrs(Map<String, Object> values) {
        this.values = values;
    }

    /// {@return a copy of these}
    public static Attrs of(Map<String, ? extends Object> values) {
        return new Attrs(new LinkedHashMap<String, Object>(values));
    }

    /// {@return a copy}
    public Attrs copy() {
        return new Attrs(new LinkedHashMap<>(values));
    }

    /// Sets an attribute; one that is there keeps its place.
    public Attrs set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /// Takes an attribute away.
    public Attrs remove(String name) {
        values.remove(name);
        return this;
    }

    /// Sets all of the others.
    public Attrs setAll(Attrs others) {
        values.putAll(others.values);
        return this;
    }

    /// Sets all of the others that are not there yet.
    public Attrs addMissing(Attrs others) {
        others.values.forEach(values::putIfAbsent);
        return this;
    }

    /// {@return the attribute's value, or `null` where there is none}
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /// {@return whether there is such an attribute}
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// {@return names and values, not to be changed}
    public Map<String, Object> asMap() {
        return java.util.Collections.unmodifiableMap(values);
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        Object value = values.get(name);
        if (value != null) {
            return value;
        }
        return name.equals("items") ? values.entrySet() : null;
    }

    /// {@return them as they stand in a tag, each after a space}
    @Override
    public SafeString toHtml() {
        var out = new StringBuilder();
        values.forEach((name, value) -> {
            if (Boolean.FALSE.equals(value)) {
                return;
            }
            out.append(' ');
            Escape.html(name, out);
            if (!Boolean.TRUE.equals(value)) {
                out.append("=\"");
                if (value instanceof SafeString safe) {
                    out.append(safe.text());
                } else {
                    Escape.html(ValueText.of(value), out);
                }
                out.append('"');
            }
        });
        return new SafeString(out.toString());
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
