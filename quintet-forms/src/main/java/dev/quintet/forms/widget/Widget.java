package dev.quintet.forms.widget;

import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.text.SafeString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a field looks in HTML, and where its value is in what was submitted. Django: `Widget`.
///
/// To write one: extend {@link Input} or this, name a template, and put into the context what it
/// shows. Belongs to one form, and so to one thread.
public abstract class Widget {

    private final Attrs attrs = new Attrs();
    private boolean required;
    private boolean localized;
    private boolean namesParts;

    /// Makes a widget without attributes.
    protected Widget() {}

    /// Sets an attribute of the element: `attr("class", "wide")`. `true` writes the bare name.
    public Widget attr(String name, Object value) {
        attrs.set(name, value);
        return this;
    }

    /// Sets attributes of the element.
    public Widget attrs(Map<String, ?> more) {
        more.forEach(attrs::set);
        return this;
    }

    /// {@return the attributes that were set, to be changed where need be}
    public Attrs attrs() {
        return attrs;
    }

    /// {@return whether its field must have a value}
    public boolean required() {
        return required;
    }

    /// Says whether its field must have a value; the field does.
    public void require(boolean on) {
        this.required = on;
    }

    /// {@return whether numbers and dates are written as the visitor's language does}
    public boolean localized() {
        return localized;
    }

    /// Says whether numbers and dates are written as the visitor's language does; the field does.
    public void localize(boolean on) {
        this.localized = on;
    }

    /// {@return whether each of its controls has a name of its own for who does not see it}
    public boolean namesParts() {
        return namesParts;
    }

    /// Says whether each of its controls has a name of its own, where it is several: `Month` within
    /// the group that a legend names. The field does, on a page; HTML of a widget alone is without.
    public void nameParts(boolean on) {
        this.namesParts = on;
    }

    /// Sets the name of one of its controls, unless it has one or nobody meets it.
    static void name(Widget part, Attrs attrs, CharSequence name) {
        boolean named =
                attrs.has("aria-label") || attrs.has("aria-labelledby") || attrs.has("title");
        if (!named && !part.hidden() && !name.isEmpty()) {
            attrs.set("aria-label", name);
        }
    }

    /// {@return the name of the template}
    public abstract String template();

    /// {@return whether visitors do not see it}
    public boolean hidden() {
        return false;
    }

    /// {@return whether its form must be sent as `multipart/form-data`}
    public boolean needsMultipart() {
        return false;
    }

    /// {@return whether it is several controls, which a `fieldset` with a `legend` holds together}
    public boolean useFieldset() {
        return false;
    }

    /// {@return whether it shows fractions of seconds; without, they are taken off initial values}
    public boolean supportsMicroseconds() {
        return true;
    }

    /// {@return whether the browser may be told that a value is required}
    ///
    /// @param initial what the field begins with
    public boolean useRequiredAttribute(@Nullable Object initial) {
        return !hidden();
    }

    /// {@return the scripts and styles that it needs on the page}
    public Media media() {
        return Media.NONE;
    }

    /// {@return what a label's `for` says, made of the field's id; empty for none}
    public String idForLabel(String id) {
        return id;
    }

    /// {@return a value as the control holds it; `null` for nothing}
    public @Nullable Object formatValue(@Nullable Object value) {
        if (value == null || "".equals(value)) {
            return null;
        }
        if (value instanceof SafeString) {
            return value;
        }
        return localized ? Formats.active().input(value) : ValueText.of(value);
    }

    /// {@return the value that was submitted under `name`, as it came; `null` for none}
    public @Nullable Object valueFrom(FormData data, String name) {
        return data.get(name);
    }

    /// {@return whether the control was not on the submitted form, so that a model's default is
    /// kept}
    public boolean omittedFrom(FormData data, String name) {
        return !data.has(name);
    }

    /// {@return what the template gets under `widget`}
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        var widget = new HashMap<String, @Nullable Object>();
        Attrs all = attrs.copy();
        if (more != null) {
            all.setAll(more);
        }
        widget.put("name", name);
        widget.put("is_hidden", hidden());
        widget.put("required", required);
        widget.put("value", formatValue(value));
        widget.put("attrs", all);
        widget.put("template_name", template());
        return widget;
    }

    /// {@return the HTML}
    ///
    /// @param name of the control
    /// @param value raw as submitted, or what the field begins with
    /// @param more attributes over its own, or `null`
    public SafeString render(
            String name, @Nullable Object value, @Nullable Attrs more, FormRenderer renderer) {
        return renderer.render(template(), Map.of("widget", context(name, value, more)));
    }

    /// {@return the parts that a page may place one by one: options of radio buttons; else itself}
    public List<Map<String, @Nullable Object>> parts(
            String name, @Nullable Object value, @Nullable Attrs more) {
        return List.of(context(name, value, more));
    }
}
