package dev.quintet.forms;

import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a field, or with a form as a whole. A value.
///
/// In a template `{{ form.email.errors }}` is a list in HTML, empty where nothing is wrong; a loop
/// over it gives its sentences.
public final class ErrorList implements HtmlValue, Iterable<String> {

    /// Nothing wrong with a field.
    static final ErrorList NONE = new ErrorList(null, List.of(), "errorlist", "");

    private final @Nullable FormRenderer renderer;
    private final List<ValidationError> errors;
    private final String cssClass;
    private final String fieldId;

    ErrorList(
            @Nullable FormRenderer renderer,
            List<ValidationError> errors,
            String cssClass,
            String fieldId) {
        this.renderer = renderer;
        this.errors = List.copyOf(errors);
        this.cssClass = cssClass;
        this.fieldId = fieldId;
    }

    ErrorList and(List<ValidationError> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(errors);
        all.addAll(more);
        return new ErrorList(renderer, all, cssClass, fieldId);
    }

    /// {@return the errors, with their codes and parameters}
    public List<ValidationError> asData() {
        return errors;
    }

    /// {@return the sentences in the visitor's language, not escaped}
    public List<String> messages() {
        return errors.stream().map(ValidationError::text).toList();
    }

    /// {@return whether nothing is wrong}
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /// {@return how many there are}
    public int size() {
        return errors.size();
    }

    /// {@return the id of the field's control, which its list of errors has with `_error` behind
    /// it; empty for none}
    public String fieldId() {
        return fieldId;
    }

    /// {@return the class of the list in HTML}
    public String errorClass() {
        return cssClass;
    }

    /// {@return the codes and sentences, for JSON}
    public List<Map<String, String>> asJsonData(boolean escapeHtml) {
        var all = new ArrayList<Map<String, String>>();
        for (ValidationError error : errors) {
            var one = new LinkedHashMap<String, String>();
            one.put("message", escapeHtml ? Escape.html(error.text()) : error.text());
            one.put("code", error.code());
            all.add(one);
        }
        return all;
    }

    /// {@return the codes and sentences as JSON; sentences are not escaped for HTML}
    public String asJson() {
        return Json.text(asJsonData(false));
    }

    /// {@return a line a sentence, each after a star}
    public String asText() {
        var lines = new ArrayList<String>();
        messages().forEach(message -> lines.add("* " + message));
        return String.join("\n", lines);
    }

    /// {@return the list in HTML, by the template `quintet/forms/errors/list.html`}
    @Override
    public SafeString toHtml() {
        if (errors.isEmpty()) {
            return new SafeString("");
        }
        FormRenderer by = renderer == null ? FormRenderer.current() : renderer;
        return by.render("quintet/forms/errors/list.html", Map.of("errors", this));
    }

    @Override
    public Iterator<String> iterator() {
        return messages().iterator();
    }

    @Override
    public String toString() {
        return toHtml().text();
    }
}
