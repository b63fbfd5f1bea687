package dev.quintet.conformance;

import dev.quintet.forms.BoundField;
import dev.quintet.forms.Form;
import dev.quintet.forms.FormSet;
import dev.quintet.forms.widget.FormData;
import dev.quintet.http.QueryParams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whole forms and sets of them: errors, values, HTML.
final class WholeFormsPart implements Part {

    @Override
    public boolean covers(Case recorded) {
        return recorded.has("kind") && recorded.text("kind").matches("form|formset");
    }

    @Override
    public Outcome run(Case c) {
        return TemplatePart.context(c)
                .call(() -> c.text("kind").equals("form") ? form(c) : formset(c));
    }

    private static RecordedForm fields(Case c) {
        var form = new RecordedForm();
        for (Object json : c.list("fields")) {
            Map<String, @Nullable Object> field = FormWidgets.object(json);
            form.add(String.valueOf(field.get("name")), FormFields.of(field, false));
        }
        return form;
    }

    private static Outcome form(Case c) {
        RecordedForm form = fields(c);
        c.object("options").forEach((name, value) -> option(form, name, FormInput.value(value)));
        if (c.raw("data") != null) {
            form.bind(data(c));
        }
        var told = new Told();
        told.add("is_valid", c.raw("is_valid"), form.isValid());
        told.add("is_multipart", c.raw("is_multipart"), form.isMultipart());
        if (c.has("errors")) {
            told.add("errors", c.raw("errors"), form.errors().asJsonData(false));
            told.html("errors_ul", c.raw("errors_ul"), form.errors().toHtml().text());
            told.add("errors_text", c.raw("errors_text"), form.errors().asText());
            told.add(
                    "cleaned_data",
                    FormsPart.plain(FormInput.value(c.raw("cleaned_data"))),
                    FormsPart.plain(form.cleanedData()));
            told.add("changed_data", c.raw("changed_data"), form.changedFields());
        }
        Map<String, @Nullable Object> html = c.object("html");
        told.html("as_div", html.get("as_div"), form.asDiv().text());
        told.html("as_p", html.get("as_p"), form.asP().text());
        told.html("as_table", html.get("as_table"), form.asTable().text());
        told.html("as_ul", html.get("as_ul"), form.asUl().text());
        c.object("labels")
                .forEach((name, label) ->
                        told.html("label of " + name, label, form.get(name).labelTag().text()));
        c.object("boundfield")
                .forEach((name, json) -> {
                    Map<String, @Nullable Object> field = FormWidgets.object(json);
                    BoundField bound = form.get(name);
                    told.html(name, field.get("html"), bound.toHtml().text());
                    told.html("hidden " + name, field.get("hidden"), bound.asHidden().text());
                    told.add("id of " + name, field.get("id"), bound.autoId());
                    told.add("name of " + name, field.get("html_name"), bound.htmlName());
                    told.add(
                            "value of " + name,
                            FormsPart.plain(FormInput.value(field.get("value"))),
                            FormsPart.plain(bound.shown()));
                });
        return told.outcome();
    }

    private static void option(Form form, String name, @Nullable Object value) {
        switch (name) {
            case "prefix" -> form.prefix(String.valueOf(value));
            case "auto_id" -> form.autoId(value instanceof String pattern ? pattern : null);
            case "label_suffix" -> form.labelSuffix(String.valueOf(value));
            case "use_required_attribute" -> form.useRequiredAttribute(Boolean.TRUE.equals(value));
            case "empty_permitted" -> form.emptyPermitted(Boolean.TRUE.equals(value));
            case "initial" -> form.initial(FormWidgets.object(value));
            case "field_order" ->
                    form.fieldOrder(FormWidgets.list(value).stream().map(String::valueOf).toList());
            default -> throw new UncoveredException("forms with " + name);
        }
    }

    private static FormData data(Case c) {
        var values = new LinkedHashMap<String, List<String>>();
        c.object("data")
                .forEach((name, json) -> {
                    var all = new ArrayList<String>();
                    for (Object each :
                            json instanceof List<?> list ? list : List.of(String.valueOf(json))) {
                        all.add(String.valueOf(each));
                    }
                    values.put(name, all);
                });
        return FormData.of(QueryParams.of(values));
    }

    private static Outcome formset(Case c) {
        FormSet<RecordedForm> set = FormSet.of(() -> fields(c));
        c.object("factory").forEach((name, value) -> factory(set, name, value));
        if (c.raw("initial") != null) {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            c.list("initial")
                    .forEach(row -> {
                        var values = new HashMap<String, @Nullable Object>();
                        FormWidgets.object(row)
                                .forEach((name, value) -> values.put(name, FormInput.value(value)));
                        rows.add(values);
                    });
            set.initial(rows);
        }
        if (c.raw("data") != null) {
            set.bind(data(c));
        }
        var told = new Told();
        told.add("is_valid", c.raw("is_valid"), set.isValid());
        told.add("total", c.raw("total"), (long) set.totalRows());
        told.add("initial_count", c.raw("initial_count"), (long) set.initialCount());
        told.html(
                "management_form", c.raw("management_form"), set.managementForm().toHtml().text());
        told.html("as_p", c.raw("as_p"), set.asP().text());
        told.html("as_table", c.raw("as_table"), set.asTable().text());
        if (c.has("errors")) {
            told.add(
                    "errors",
                    c.raw("errors"),
                    set.errors().stream().map(each -> each.asJsonData(false)).toList());
            told.add(
                    "non_form_errors",
                    c.raw("non_form_errors"),
                    set.nonFormErrors().asJsonData(false));
        }
        if (c.has("cleaned_data")) {
            told.add(
                    "cleaned_data",
                    FormsPart.plain(FormInput.value(c.raw("cleaned_data"))),
                    FormsPart.plain(set.cleanedData()));
        }
        return told.outcome();
    }

    private static void factory(FormSet<?> set, String name, @Nullable Object value) {
        switch (name) {
            case "extra" -> set.extra(number(value));
            case "min_num" -> set.min(number(value));
            case "max_num" -> set.max(number(value));
            case "absolute_max" -> set.absoluteMax(number(value));
            case "can_delete" -> set.canDelete();
            case "can_order" -> set.canOrder();
            case "validate_min" -> set.validateMin();
            case "validate_max" -> set.validateMax();
            default -> throw new UncoveredException("sets of forms with " + name);
        }
    }

    private static int number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).intValue();
    }

    /// Compares the many answers of one case; tells those that differ.
    private static final class Told {

        private final Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> got = new LinkedHashMap<>();

        private void add(String what, @Nullable Object wanted, @Nullable Object found) {
            if (!Objects.deepEquals(wanted, found)) {
                expected.put(what, wanted);
                got.put(what, found);
            }
        }

        private void html(String what, @Nullable Object wanted, String found) {
            add(what, Html.parts(String.valueOf(wanted)), Html.parts(found));
        }

        private Outcome outcome() {
            return expected.isEmpty() ? Outcome.passed() : Outcome.failed(expected, got);
        }
    }
}
