package dev.quintet.conformance;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.CheckboxInput;
import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.ClearableFileInput;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.forms.widget.MultiWidget;
import dev.quintet.forms.widget.MultipleHiddenInput;
import dev.quintet.forms.widget.NullBooleanSelect;
import dev.quintet.forms.widget.SelectDateWidget;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.submission.Upload;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Single widgets: their HTML, and the value that they find in what was submitted.
final class WidgetsPart implements Part {

    @Override
    public boolean covers(Case recorded) {
        return recorded.has("widget");
    }

    @Override
    public Outcome run(Case c) {
        return TemplatePart.context(c).call(() -> c.has("html") ? html(c) : value(c));
    }

    private static Outcome html(Case c) {
        Widget widget = FormWidgets.of(c.raw("widget"));
        c.object("set")
                .forEach((name, value) -> {
                    switch (name) {
                        case "attrs" -> {
                            List.copyOf(widget.attrs().asMap().keySet())
                                    .forEach(widget.attrs()::remove);
                            FormWidgets.attrs(widget, value);
                        }
                        case "is_required" -> widget.require(Boolean.TRUE.equals(value));
                        case "is_localized" -> widget.localize(Boolean.TRUE.equals(value));
                        default ->
                                throw new UncoveredException("widgets whose " + name + " is set");
                    }
                });
        if (c.has("choices")
                && widget instanceof ChoiceWidget select
                && !(widget instanceof NullBooleanSelect)) {
            select.choices(FormWidgets.choices(c.raw("choices")));
        }
        Attrs attrs = new Attrs();
        c.object("attrs").forEach((name, value) -> attrs.set(name, FormWidgets.attr(value)));
        String got =
                widget.render(
                                c.text("name"),
                                shown(widget, c.raw("value")),
                                attrs,
                                FormRenderer.current())
                        .text();
        return Outcome.compare(Html.parts(c.text("html")), Html.parts(got));
    }

    /// What Python's `str` makes of a value, where the widget makes a text of it.
    private static @Nullable Object shown(Widget widget, @Nullable Object json) {
        Object value = FormInput.value(json);
        if (widget instanceof ChoiceWidget && value instanceof List<?>) {
            return FormInput.texts(json);
        }
        boolean own =
                widget instanceof CheckboxInput
                        || widget instanceof NullBooleanSelect
                        || widget instanceof MultiWidget
                        || widget instanceof SelectDateWidget
                        || widget instanceof MultipleHiddenInput
                        || value instanceof java.time.temporal.Temporal
                        || value instanceof CharSequence;
        return own ? value : FormInput.text(json);
    }

    private static Outcome value(Case c) {
        Widget widget = FormWidgets.of(c.raw("widget"));
        var values = new HashMap<String, @Nullable Object>();
        c.object("data").forEach((name, value) -> values.put(name, FormInput.value(value)));
        var files = new HashMap<String, List<? extends Upload>>();
        c.object("files")
                .forEach((name, json) -> {
                    if (FormInput.value(json) instanceof Upload file) {
                        files.put(name, List.of(file));
                    } else {
                        throw new UncoveredException("files that are none");
                    }
                });
        FormData data = FormData.of(values).withFiles(files);
        Object got = widget.valueFrom(data, c.text("name"));
        Object value = got == ClearableFileInput.Wish.CLEAR ? (Object) false : got;
        Outcome outcome = FormsPart.same(FormInput.value(c.raw("value")), value);
        return c.has("omitted")
                ? outcome.and(() ->
                        Outcome.compare(
                                Objects.requireNonNull(c.raw("omitted")),
                                widget.omittedFrom(data, c.text("name"))))
                : outcome;
    }
}
