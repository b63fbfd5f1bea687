package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.MultiWidget;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.template.TemplateTruth;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field as a page shows it: control, label, help, errors. In a template `{{ form.email }}` is
/// its control, `{{ form.email.as_field_group }}` all of it. Belongs to its form.
public final class BoundField
        implements HtmlValue, TemplateObject, TemplateTruth, Iterable<BoundWidget> {

    private final Form form;
    private final FormField<?, ?> field;
    private final String name;
    private @Nullable Object initial;
    private boolean initialKnown;

    BoundField(Form form, FormField<?, ?> field) {
        this.form = form;
        this.field = field;
        this.name = field.plainName();
    }

    /// {@return its form}
    public Form form() {
        return form;
    }

    /// {@return the field}
    public FormField<?, ?> field() {
        return field;
    }

    /// {@return its name, as in Java}
    public String name() {
        return name;
    }

    /// {@return the name of its control, with the form's prefix}
    public String htmlName() {
        return form.prefixed(name);
    }

    String htmlInitialName() {
        return form.initialPrefixed(name);
    }

    /// {@return what is wrong with it}
    public ErrorList errors() {
        ErrorList found = form.errors().get(name);
        return found != null ? found : ErrorList.NONE;
    }

    /// {@return what was submitted, raw; `null` for nothing}
    public @Nullable Object data() {
        return field.submitted(form.data(), htmlName());
    }

    /// {@return what it begins with}
    public @Nullable Object initial() {
        if (!initialKnown) {
            initialKnown = true;
            Object found = form.initialOf(name, field);
            if (!field.widget().supportsMicroseconds()) {
                found =
                        switch (found) {
                            case LocalDateTime time -> time.truncatedTo(ChronoUnit.SECONDS);
                            case LocalTime time -> time.truncatedTo(ChronoUnit.SECONDS);
                            case java.time.Instant at -> at.truncatedTo(ChronoUnit.SECONDS);
                            case null, default -> found;
                        };
            }
            initial = found;
        }
        return initial;
    }

    /// {@return what its control shows: what was submitted, or what it begins with}
    public @Nullable Object shown() {
        Object begin = initial();
        return field.prepare(form.isBound() ? field.boundData(data(), begin) : begin);
    }

    boolean hasChanged() {
        Object before = initial();
        if (field.showsHiddenInitial()) {
            var refused = new Refusals();
            before =
                    field.parse(
                            field.hiddenWidget().valueFrom(form.data(), htmlInitialName()),
                            refused);
            if (refused.any()) {
                return true;
            }
        }
        return field.changed(before, data());
    }

    /// {@return what people read beside it}
    public CharSequence label() {
        return field.label();
    }

    /// {@return words of help, which are HTML}
    public CharSequence helpText() {
        return field.helpText();
    }

    /// {@return whether visitors do not see it}
    public boolean isHidden() {
        return field.widget().hidden();
    }

    /// {@return whether it is several controls, which a `fieldset` holds together}
    public boolean useFieldset() {
        return field.widget().useFieldset();
    }

    /// {@return the id that the form gives its control; empty for none}
    public String autoId() {
        String pattern = form.autoIdPattern();
        if (pattern == null || pattern.isEmpty()) {
            return "";
        }
        return pattern.contains("%s") ? pattern.replace("%s", htmlName()) : htmlName();
    }

    /// {@return the id that a label points to; empty for none}
    public String idForLabel() {
        Object own = field.widget().attrs().get("id");
        return field.widget().idForLabel(own == null ? autoId() : own.toString());
    }

    /// {@return the ids of its help and its errors, for `aria-describedby`; empty for none, and
    /// where the widget says its own}
    public String ariaDescribedby() {
        if (autoId().isEmpty() || isHidden() || field.widget().attrs().has("aria-describedby")) {
            return "";
        }
        String help = helpText().isEmpty() ? "" : autoId() + "_helptext";
        String wrong = errors().isEmpty() ? "" : autoId() + "_error";
        return help.isEmpty() || wrong.isEmpty() ? help + wrong : help + " " + wrong;
    }

    /// {@return the classes that the form wants around it, each once}
    public String cssClasses(String more) {
        if (more.isEmpty() && form.errorCssClass() == null && form.requiredCssClass() == null) {
            return "";
        }
        var all = new LinkedHashSet<String>();
        for (String each : more.split("\\s+", -1)) {
            if (!each.isEmpty()) {
                all.add(each);
            }
        }
        String wrong = form.errorCssClass();
        if (wrong != null && !errors().isEmpty()) {
            all.add(wrong);
        }
        String needed = form.requiredCssClass();
        if (needed != null && field.isRequired()) {
            all.add(needed);
        }
        return String.join(" ", all);
    }

    /// {@return as {@link #cssClasses(String)}, without others}
    public String cssClasses() {
        return cssClasses("");
    }

    /// {@return the kind of its widget, for style sheets: `text`, `checkboxselectmultiple`}
    public String widgetType() {
        String type = field.widget().getClass().getSimpleName();
        return type.toLowerCase(java.util.Locale.ROOT).replaceAll("(widget|input)$", "");
    }

    /// {@return its label, by the template `quintet/forms/label.html`}
    public SafeString labelTag() {
        return labelTag("label");
    }

    /// {@return its label as the `legend` of a `fieldset`}
    public SafeString legendTag() {
        return labelTag("legend");
    }

    private SafeString labelTag(String tag) {
        var attrs = new Attrs();
        Object own = field.widget().attrs().get("id");
        String id = own == null ? autoId() : own.toString();
        if (!id.isEmpty()) {
            String target = field.widget().idForLabel(id);
            if (!target.isEmpty() && tag.equals("label")) {
                attrs.set("for", target);
            }
            String needed = form.requiredCssClass();
            if (needed != null && field.isRequired()) {
                attrs.set("class", needed);
            }
        }
        var context = new HashMap<String, @Nullable Object>();
        context.put("label", withSuffix(label()));
        context.put("attrs", attrs);
        context.put("tag", tag);
        context.put("use_tag", !id.isEmpty());
        context.put("field", this);
        return form.rendererNow().render("quintet/forms/label.html", context);
    }

    private CharSequence withSuffix(CharSequence label) {
        String suffix = field.ownLabelSuffix();
        if (suffix == null) {
            suffix = form.labelSuffixNow();
        }
        boolean ends =
                label.isEmpty()
                        || Gettext.gettext(":?.!").indexOf(label.charAt(label.length() - 1)) >= 0;
        return suffix.isEmpty() || ends
                ? label
                : new SafeString(Escape.conditional(label).text() + Escape.html(suffix));
    }

    /// {@return label, help, errors and control, by the template `quintet/forms/field.html` or the
    /// field's own}
    public SafeString asFieldGroup() {
        String own = field.ownTemplate();
        return form.rendererNow()
                .render(own == null ? "quintet/forms/field.html" : own, Map.of("field", this));
    }

    /// {@return its control}
    public SafeString asWidget() {
        return asWidget(field.widget(), null, false);
    }

    /// {@return its control, with more attributes}
    public SafeString asWidget(Map<String, ? extends Object> attrs) {
        return asWidget(field.widget(), Attrs.of(attrs), false);
    }

    /// {@return another control for it}
    public SafeString asWidget(Widget widget) {
        return asWidget(widget, null, false);
    }

    /// {@return a line of text for it}
    public SafeString asText() {
        return asWidget(new TextInput());
    }

    /// {@return several lines of text for it}
    public SafeString asTextarea() {
        return asWidget(new Textarea());
    }

    /// {@return a control that visitors do not see}
    public SafeString asHidden() {
        return asWidget(field.hiddenWidget(), null, false);
    }

    private SafeString asWidget(Widget widget, @Nullable Attrs more, boolean onlyInitial) {
        if (field.isLocalized()) {
            widget.localize(true);
        }
        Attrs attrs = attributes(widget, more);
        String id = autoId();
        if (!id.isEmpty() && !widget.attrs().has("id") && !attrs.has("id")) {
            attrs.set("id", onlyInitial ? form.initialPrefixedId(name) : id);
        }
        Object value;
        if (onlyInitial && form.isBound() && form.data().has(htmlInitialName())) {
            value = field.hiddenWidget().valueFrom(form.data(), htmlInitialName());
        } else {
            value = shown();
        }
        return widget.render(
                onlyInitial ? htmlInitialName() : htmlName(), value, attrs, form.rendererNow());
    }

    private Attrs attributes(Widget widget, @Nullable Attrs more) {
        widget.nameParts(true);
        Attrs attrs = more == null ? new Attrs() : more.copy();
        if (field.isRequired()
                && form.usesRequiredAttribute()
                && widget.useRequiredAttribute(initial())) {
            if (field instanceof MultiValueField<?, ?> several
                    && !several.requiresAll()
                    && widget instanceof MultiWidget parts) {
                int number = 0;
                for (Widget part : parts.widgets()) {
                    boolean needed =
                            several.fields().get(number++).isRequired()
                                    && part.useRequiredAttribute(initial());
                    part.attr("required", needed);
                }
            } else {
                attrs.set("required", true);
            }
        }
        if (field.isDisabled()) {
            attrs.set("disabled", true);
        }
        if (!widget.hidden() && !errors().isEmpty()) {
            attrs.set("aria-invalid", "true");
        }
        String described = ariaDescribedby();
        if (!described.isEmpty()
                && !attrs.has("aria-describedby")
                && !widget.attrs().has("aria-describedby")
                && !useFieldset()) {
            attrs.set("aria-describedby", described);
        }
        return attrs;
    }

    /// {@return the parts that a page may place one by one, such as radio buttons}
    public List<BoundWidget> subwidgets() {
        Widget widget = field.widget();
        Attrs attrs = attributes(widget, null);
        if (!autoId().isEmpty() && !widget.attrs().has("id")) {
            attrs.set("id", autoId());
        }
        return widget.parts(htmlName(), shown(), attrs).stream()
                .map(part -> new BoundWidget(part, form.rendererNow()))
                .toList();
    }

    /// {@return `true`: a field counts as true, also one without choices. Django: `__bool__`}
    @Override
    public boolean countsAsTrue() {
        return true;
    }

    @Override
    public Iterator<BoundWidget> iterator() {
        return subwidgets().iterator();
    }

    /// {@return its control, and the hidden one with its initial value where the field wants it}
    @Override
    public SafeString toHtml() {
        if (!field.showsHiddenInitial()) {
            return asWidget();
        }
        return new SafeString(
                asWidget().text() + asWidget(field.hiddenWidget(), null, true).text());
    }

    @Override
    public @Nullable Object templateAttribute(String attribute) {
        return switch (attribute) {
            case "value" -> shown();
            case "errors" -> errors();
            case "label" -> label();
            case "label_tag", "labelTag" -> labelTag();
            case "legend_tag", "legendTag" -> legendTag();
            case "help_text", "helpText" -> helpText();
            case "css_classes", "cssClasses" -> cssClasses();
            case "use_fieldset", "useFieldset" -> useFieldset();
            case "auto_id", "autoId" -> autoId();
            case "aria_describedby", "ariaDescribedby" -> ariaDescribedby();
            case "as_field_group", "asFieldGroup" -> asFieldGroup();
            case "is_hidden", "isHidden" -> isHidden();
            default -> UNKNOWN;
        };
    }

    /// {@return its control}
    @Override
    public String toString() {
        return toHtml().text();
    }
}
