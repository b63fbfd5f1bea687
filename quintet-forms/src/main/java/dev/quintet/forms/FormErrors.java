package dev.quintet.forms;

import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.template.TemplateTruth;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form, by the names of its fields; what concerns the whole form is under
/// {@link #WHOLE}. Django: `ErrorDict`.
public final class FormErrors implements HtmlValue, TemplateObject, TemplateTruth {

    /// The name under which errors stand that concern no single field.
    public static final String WHOLE = "__all__";

    private final FormRenderer renderer;
    private final Map<String, ErrorList> byName = new LinkedHashMap<>();

    FormErrors(FormRenderer renderer) {
        this.renderer = renderer;
    }

    /// {@return whether something is wrong: `{% if form.errors %}`}
    @Override
    public boolean countsAsTrue() {
        return !isEmpty();
    }

    void add(String name, List<ValidationError> errors, String fieldId) {
        ErrorList known = byName.get(name);
        if (known == null) {
            String css = name.equals(WHOLE) ? "errorlist nonfield" : "errorlist";
            byName.put(name, new ErrorList(renderer, errors, css, fieldId));
        } else {
            byName.put(name, known.and(errors));
        }
    }

    /// {@return what is wrong with a field, or `null` when nothing is}
    public @Nullable ErrorList get(String name) {
        return byName.get(name);
    }

    /// {@return the names of fields that something is wrong with, in the order of finding it}
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(byName.keySet());
    }

    /// {@return whether nothing is wrong}
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /// {@return names and lists, not to be changed}
    public Map<String, ErrorList> asMap() {
        return java.util.Collections.unmodifiableMap(byName);
    }

    /// {@return codes and sentences by the names of fields, for JSON}
    ///
    /// @param escapeHtml whether sentences are escaped, for scripts that put them into HTML
    public Map<String, List<Map<String, String>>> asJsonData(boolean escapeHtml) {
        var all = new LinkedHashMap<String, List<Map<String, String>>>();
        byName.forEach((name, list) -> all.put(name, list.asJsonData(escapeHtml)));
        return all;
    }

    /// {@return codes and sentences by the names of fields as JSON; not escaped for HTML}
    public String asJson() {
        return Json.text(asJsonData(false));
    }

    /// {@return lines of text, each field's under its name}
    public String asText() {
        var lines = new ArrayList<String>();
        byName.forEach((name, list) -> {
            lines.add("* " + name);
            list.messages().forEach(message -> lines.add("  * " + message));
        });
        return String.join("\n", lines);
    }

    /// {@return nested lists in HTML, by the template `quintet/forms/errors/dict.html`}
    @Override
    public SafeString toHtml() {
        if (byName.isEmpty()) {
            return new SafeString("");
        }
        return renderer.render("quintet/forms/errors/dict.html", Map.of("errors", asMap()));
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        ErrorList found = byName.get(name);
        return found != null ? found : name.equals("items") ? byName.entrySet() : UNKNOWN;
    }

    @Override
    public String toString() {
        return toHtml().text();
    }
}
