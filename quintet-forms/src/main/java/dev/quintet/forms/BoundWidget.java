package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.SafeString;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One part of a field's control that a page places by itself, such as a radio button: `{% for
/// radio in form.shipping %}`.
public final class BoundWidget implements HtmlValue {

    private final Map<String, @Nullable Object> data;
    private final FormRenderer renderer;

    BoundWidget(Map<String, @Nullable Object> data, FormRenderer renderer) {
        this.data = data;
        this.renderer = renderer;
    }

    /// {@return what its template gets}
    public Map<String, @Nullable Object> data() {
        return java.util.Collections.unmodifiableMap(data);
    }

    /// {@return the control without the label around it}
    public SafeString tag() {
        return render(false);
    }

    /// {@return what people read for this choice; empty where it is no choice}
    public Object choiceLabel() {
        return Objects.requireNonNullElse(data.get("label"), "");
    }

    /// {@return the id of its control, for a label of your own; empty for none}
    public String idForLabel() {
        Object id = data.get("attrs") instanceof Attrs attrs ? attrs.get("id") : null;
        return id == null ? "" : id.toString();
    }

    /// {@return the control with its label}
    @Override
    public SafeString toHtml() {
        return render(Boolean.TRUE.equals(data.get("wrap_label")));
    }

    private SafeString render(boolean label) {
        var widget = new HashMap<>(data);
        widget.put("wrap_label", label);
        String template = (String) Objects.requireNonNull(data.get("template_name"));
        return renderer.render(template, Map.of("widget", widget));
    }

    @Override
    public String toString() {
        return toHtml().text();
    }
}
