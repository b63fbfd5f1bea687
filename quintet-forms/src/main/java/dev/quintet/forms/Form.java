package dev.quintet.forms;

import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.forms.widget.Media;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.submission.Submission;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.template.TemplateTruth;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form: fields, what was submitted for them, and the HTML of both.
///
/// ```java
/// public final class Checkout extends Form {
///     public final EmailField email = emailField();
///     public final DateField deliverOn = dateField().optional();
/// }
///
/// var form = new Checkout();
/// if (request.is("POST") && form.accepts(request)) {
///     order(form.email.value(), form.deliverOn.value());
/// }
/// ```
///
/// The Java fields that hold its fields give them their names; their order is that in which they
/// were made. A form is made anew for each request: it belongs to one thread.
public abstract non-sealed class Form extends FieldFactories
        implements HtmlValue, TemplateObject, TemplateTruth, Iterable<BoundField> {

    private final List<FormField<?, ?>> made = new ArrayList<>();
    private final Map<String, FormField<?, ?>> fields = new LinkedHashMap<>();
    private int named;
    private @Nullable FormData data;
    private @Nullable String prefix;
    private @Nullable String autoId = "id_%s";
    private @Nullable String labelSuffix;
    private Map<String, ? extends @Nullable Object> initial = Map.of();
    private @Nullable List<String> order;
    private boolean emptyPermitted;
    private boolean unchecked;
    private boolean useRequired = true;
    private @Nullable String errorCssClass;
    private @Nullable String requiredCssClass;
    private @Nullable FormRenderer renderer;
    private @Nullable FormErrors errors;
    private String template = "quintet/forms/div.html";

    /// Makes a form that is bound to nothing.
    protected Form() {}

    // ---- how it is put together

    @Override
    final <F extends FormField<?, F>> F remember(F field) {
        field.belongsTo(this);
        made.add(field);
        return field;
    }

    /// Adds a field under a name that is no Java field of the form, or a field of a class of yours.
    protected final <F extends FormField<?, F>> F field(String name, F field) {
        field.named(name);
        return remember(field);
    }

    /// Adds a field under a name: for code that puts forms together, such as sets of forms.
    public final <F extends FormField<?, F>> F addField(String name, F field) {
        return field(name, field);
    }

    /// Takes a field away: one that this visitor may not see.
    public final void remove(FormField<?, ?> field) {
        names();
        String name = field.plainName();
        fields.remove(name);
        removed(name);
    }

    /// Called when a field was taken away.
    void removed(String name) {}

    /// Sets the order of the fields; those not named come after.
    public final void fieldOrder(List<String> names) {
        this.order = List.copyOf(names);
        sort(order);
    }

    /// Sets what stands before the names of its controls, with a hyphen: for several forms in one
    /// page.
    public final void prefix(String prefix) {
        this.prefix = prefix;
    }

    /// Sets how ids are made of names, such as `id_%s`; `null` for none.
    public final void autoId(@Nullable String pattern) {
        this.autoId = pattern;
    }

    /// Sets what follows labels; a colon in the visitor's language by default.
    public final void labelSuffix(String suffix) {
        this.labelSuffix = suffix;
    }

    /// Sets what fields show at first, by their names, over what they say themselves.
    public final void initial(Map<String, ? extends @Nullable Object> values) {
        this.initial = new HashMap<>(values);
    }

    /// Sets whether nothing at all may be submitted: a row of a set of forms that stayed empty.
    public final void emptyPermitted(boolean on) {
        this.emptyPermitted = on;
    }

    /// Sets whether browsers are told which fields must be filled in.
    public final void useRequiredAttribute(boolean on) {
        this.useRequired = on;
    }

    /// Sets the class of what surrounds a field that something is wrong with.
    public final void errorCssClass(String css) {
        this.errorCssClass = css;
    }

    /// Sets the class of what surrounds a field that must be filled in.
    public final void requiredCssClass(String css) {
        this.requiredCssClass = css;
    }

    /// Sets another renderer than the site's.
    public final void renderer(FormRenderer renderer) {
        this.renderer = renderer;
    }

    /// Sets the template of the whole form; `quintet/forms/div.html` by default.
    public final void template(String name) {
        this.template = name;
    }

    /// Shows what was submitted without asking whether it is fine.
    final void unchecked(boolean on) {
        this.unchecked = on;
    }

    // ---- what was submitted

    /// Binds it to what a request brought: a form with its files, or JSON.
    ///
    /// @return whether all of it is fine
    public final boolean accepts(Submission request) {
        bind(FormData.of(request));
        return isValid();
    }

    /// Binds it to values, in place of others that it was bound to.
    public final void bind(FormData data) {
        this.data = data;
        this.errors = null;
        fields().forEach(FormField::forget);
    }

    /// Binds it to values by their names, as JSON has them.
    public final void bind(Map<String, ? extends @Nullable Object> values) {
        bind(FormData.of(values));
    }

    /// {@return whether it was bound to something}
    public final boolean isBound() {
        return data != null;
    }

    /// {@return whether it was bound and all is fine}
    public final boolean isValid() {
        return isBound() && errors().isEmpty();
    }

    /// {@return what is wrong with it; found once}
    public final FormErrors errors() {
        FormErrors known = errors;
        if (known == null) {
            errors = known = new FormErrors(rendererNow());
            if (data != null) {
                fullClean(known);
            }
        }
        return known;
    }

    /// {@return what is wrong with it as a whole}
    public final ErrorList nonFieldErrors() {
        ErrorList found = errors().get(FormErrors.WHOLE);
        return found != null
                ? found
                : new ErrorList(rendererNow(), List.of(), "errorlist nonfield", "");
    }

    /// Checks fields together, after each was checked alone: those that were refused have no value.
    /// Call {@link FormField#addError} or {@link #addError(String)}.
    protected void clean() {}

    /// Runs after {@link #clean}; a model form asks the model here.
    void postClean() {}

    /// Says that something is wrong with the form as a whole.
    public final void addError(String message) {
        addError(FormErrors.WHOLE, ValidationError.of(message, FormField.INVALID));
    }

    /// Says that something is wrong with a field, or with the whole where the name is {@link
    /// FormErrors#WHOLE}.
    ///
    /// @throws FormDefinitionException when there is no such field
    public final void addError(String name, ValidationError error) {
        addErrors(name, List.of(error));
    }

    final void addErrors(String name, List<ValidationError> found) {
        FormErrors all = errors();
        if (name.equals(FormErrors.WHOLE)) {
            all.add(name, found, "");
            return;
        }
        FormField<?, ?> field = known(name);
        all.add(name, found, field.bound().autoId());
        field.forget();
    }

    final boolean hasErrors(String name) {
        return errors().get(name) != null;
    }

    /// {@return whether something is wrong with a field}
    ///
    /// @param code what, such as `required`; `null` for anything
    public final boolean hasError(String name, @Nullable String code) {
        ErrorList found = errors().get(name);
        return found != null
                && (code == null
                        || found.asData().stream().anyMatch(error -> error.code().equals(code)));
    }

    final void cleanIfBound() {
        if (data != null && errors == null) {
            errors();
        }
    }

    private void fullClean(FormErrors all) {
        if (unchecked || (emptyPermitted && !hasChanged())) {
            return;
        }
        for (FormField<?, ?> field : fields()) {
            BoundField bound = field.bound();
            var refused = new Refusals();
            Object begin = bound.initial();
            field.take(field.isDisabled() ? begin : bound.data(), begin, refused);
            if (refused.any()) {
                all.add(field.plainName(), refused.list(), bound.autoId());
            } else {
                field.runLastSteps();
            }
        }
        clean();
        postClean();
    }

    /// {@return the values of the fields that are fine, by their names}
    public final Map<String, @Nullable Object> cleanedData() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        FormErrors all = errors();
        if (data == null || (emptyPermitted && !hasChanged())) {
            return values;
        }
        for (FormField<?, ?> field : fields()) {
            if (all.get(field.plainName()) == null) {
                values.put(field.plainName(), field.value());
            }
        }
        return values;
    }

    /// {@return whether something else was submitted than what fields began with}
    public final boolean hasChanged() {
        return !changedFields().isEmpty();
    }

    /// {@return the names of the fields for which something else was submitted than what they began
    /// with. Django: `changed_data`}
    public final List<String> changedFields() {
        var changed = new ArrayList<String>();
        if (data != null) {
            for (FormField<?, ?> field : fields()) {
                if (field.bound().hasChanged()) {
                    changed.add(field.plainName());
                }
            }
        }
        return changed;
    }

    final FormData data() {
        FormData known = data;
        return known == null ? FormData.empty() : known;
    }

    // ---- its fields

    /// Gives fields their names, once they are all made.
    final void names() {
        if (named == made.size()) {
            return;
        }
        FieldNames.tell(this);
        for (; named < made.size(); named++) {
            FormField<?, ?> field = made.get(named);
            if (field.plainName().isEmpty()) {
                throw new FormDefinitionException(
                        Problem.of(
                                        "forms.E004",
                                        "A "
                                                + field.getClass().getSimpleName()
                                                + " of "
                                                + getClass().getName()
                                                + " has no name.")
                                .because("No Java field of the form holds it.")
                                .fixedBy(
                                        "Write 'public final "
                                                + field.getClass().getSimpleName()
                                                + " name = ...', or add it by field(\"name\","
                                                + " ...)."));
            }
            fields.put(field.plainName(), field);
        }
        if (order != null) {
            sort(order);
        }
    }

    private void sort(List<String> wanted) {
        var all = new LinkedHashMap<>(fields);
        fields.clear();
        for (String name : wanted) {
            FormField<?, ?> field = all.remove(name);
            if (field != null) {
                fields.put(name, field);
            }
        }
        fields.putAll(all);
    }

    /// {@return its fields, in their order}
    public final Collection<FormField<?, ?>> fields() {
        names();
        return java.util.Collections.unmodifiableCollection(fields.values());
    }

    /// {@return a field as pages show it}
    ///
    /// @throws FormDefinitionException when there is no such field
    public final BoundField get(String name) {
        return known(name).bound();
    }

    private FormField<?, ?> known(String name) {
        names();
        FormField<?, ?> found = fields.get(name);
        if (found == null) {
            throw new FormDefinitionException(
                    Problem.of(
                                    "forms.E005",
                                    getClass().getSimpleName() + " has no field '" + name + "'.")
                            .because("Its fields are: " + String.join(", ", fields.keySet()) + ".")
                            .fixedBy(Nearest.question(name, fields.keySet())));
        }
        return found;
    }

    /// {@return `true`: a form counts as true, also one without fields. Django: `__bool__`}
    @Override
    public final boolean countsAsTrue() {
        return true;
    }

    @Override
    public Iterator<BoundField> iterator() {
        return fields().stream().<BoundField>map(FormField::bound).iterator();
    }

    /// {@return the fields that visitors do not see}
    public final List<BoundField> hiddenFields() {
        return fields().stream()
                .<BoundField>map(FormField::bound)
                .filter(BoundField::isHidden)
                .toList();
    }

    /// {@return the fields that visitors see}
    public final List<BoundField> visibleFields() {
        return fields().stream()
                .<BoundField>map(FormField::bound)
                .filter(field -> !field.isHidden())
                .toList();
    }

    /// {@return what stands before the names of its controls, as {@link #prefix(String)} set it;
    /// empty for nothing}
    public final String prefix() {
        return prefix == null ? "" : prefix;
    }

    final String prefixed(String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + "-" + name;
    }

    final String initialPrefixed(String name) {
        return "initial-" + prefixed(name);
    }

    final String initialPrefixedId(String name) {
        return "initial-" + get(name).autoId();
    }

    final boolean hasInitial(String name) {
        return initial.containsKey(name);
    }

    @Nullable Object initialOf(String name, FormField<?, ?> field) {
        return initial.containsKey(name) ? initial.get(name) : field.initialNow();
    }

    final @Nullable String autoIdPattern() {
        return autoId;
    }

    final boolean usesRequiredAttribute() {
        return useRequired && !emptyPermitted;
    }

    final @Nullable String errorCssClass() {
        return errorCssClass;
    }

    final @Nullable String requiredCssClass() {
        return requiredCssClass;
    }

    final String labelSuffixNow() {
        return labelSuffix == null ? Gettext.gettext(":") : labelSuffix;
    }

    final FormRenderer rendererNow() {
        FormRenderer known = renderer;
        if (known == null) {
            renderer = known = FormRenderer.current();
        }
        return known;
    }

    // ---- its HTML

    /// {@return whether it must be sent as `multipart/form-data`: it has files}
    public final boolean isMultipart() {
        return fields().stream().anyMatch(field -> field.widget().needsMultipart());
    }

    /// {@return the scripts and styles of its widgets}
    public final Media media() {
        Media all = Media.NONE;
        for (FormField<?, ?> field : fields()) {
            all = all.and(field.widget().media());
        }
        return all;
    }

    /// {@return each field in a `div`}
    public final SafeString asDiv() {
        return render("quintet/forms/div.html");
    }

    /// {@return each field in a `p`}
    public final SafeString asP() {
        return render("quintet/forms/p.html");
    }

    /// {@return each field in a row of a table, without the table}
    public final SafeString asTable() {
        return render("quintet/forms/table.html");
    }

    /// {@return each field in an item of a list, without the list}
    public final SafeString asUl() {
        return render("quintet/forms/ul.html");
    }

    /// {@return the form by a template, which gets `form`, `fields`, `hidden_fields` and `errors`}
    public final SafeString render(String templateName) {
        var shown = new ArrayList<BoundField>();
        var hidden = new ArrayList<BoundField>();
        var unseen = new ArrayList<ValidationError>();
        for (FormField<?, ?> field : fields()) {
            BoundField bound = field.bound();
            if (!bound.isHidden()) {
                shown.add(bound);
                continue;
            }
            hidden.add(bound);
            for (String message : bound.errors().messages()) {
                unseen.add(
                        ValidationError.of("(Hidden field %(name)s) %(error)s", FormField.INVALID)
                                .with("name", bound.name())
                                .with("error", message));
            }
        }
        var context = new HashMap<String, @Nullable Object>();
        context.put("form", this);
        context.put("fields", shown);
        context.put("hidden_fields", hidden);
        context.put("errors", nonFieldErrors().and(unseen));
        return rendererNow().render(templateName, context);
    }

    @Override
    public final SafeString toHtml() {
        return render(template);
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        names();
        FormField<?, ?> field = fields.get(name);
        if (field != null) {
            return field.bound();
        }
        return switch (name) {
            case "errors" -> errors();
            case "cleaned_data", "cleanedData" -> cleanedData();
            case "media" -> media();
            case "as_div", "asDiv" -> asDiv();
            case "as_p", "asP" -> asP();
            case "as_table", "asTable" -> asTable();
            case "as_ul", "asUl" -> asUl();
            case "non_field_errors", "nonFieldErrors" -> nonFieldErrors();
            case "hidden_fields", "hiddenFields" -> hiddenFields();
            case "visible_fields", "visibleFields" -> visibleFields();
            case "is_multipart", "isMultipart" -> isMultipart();
            case "is_bound", "isBound" -> isBound();
            default -> UNKNOWN;
        };
    }

    /// {@return the form in HTML}
    @Override
    public String toString() {
        return toHtml().text();
    }
}
