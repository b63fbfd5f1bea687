package dev.quintet.forms.widget;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `<input type="...">` of a type of your choice; the usual ones have a class of their own.
public class Input extends Widget {

    private String type;

    /// Makes an input of a type, such as `range`.
    public Input(String type) {
        this.type = type;
    }

    /// {@return the type}
    public final String type() {
        return type;
    }

    /// Sets an attribute; `type` is the type.
    @Override
    public Widget attr(String name, Object value) {
        if (name.equals("type")) {
            this.type = value.toString();
            return this;
        }
        return super.attr(name, value);
    }

    @Override
    public Widget attrs(Map<String, ?> more) {
        more.forEach(this::attr);
        return this;
    }

    @Override
    public boolean hidden() {
        return type.equals("hidden");
    }

    @Override
    public String template() {
        return "quintet/forms/widgets/input.html";
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, value, more);
        widget.put("type", type);
        return widget;
    }
}
