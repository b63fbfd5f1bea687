package dev.quintet.admin;

import dev.quintet.forms.AutocompleteSelect;
import dev.quintet.forms.Form;
import dev.quintet.forms.FormField;
import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.DateInput;
import dev.quintet.forms.widget.DateTimeInput;
import dev.quintet.forms.widget.RadioSelect;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.forms.widget.TimeInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.orm.ModelMapping;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives the fields of a form the controls that the admin has for them.
///
/// @param site whose addresses the controls ask
/// @param mapping the model of the form
/// @param autocomplete relations whose rows are searched
/// @param rawId relations whose rows are told by their keys
/// @param radio choices shown as buttons
/// @param widgets other looks
record FieldLooks(
        AdminSite site,
        ModelMapping<?> mapping,
        Set<String> autocomplete,
        Set<String> rawId,
        Set<String> radio,
        Map<String, Supplier<? extends Widget>> widgets) {

    void dress(Form form, Collection<String> names) {
        for (String name : names) {
            FormField<?, ?> field = form.get(name).field();
            Widget widget = widget(name, field);
            if (widget != null) {
                field.widget(widget);
            }
        }
    }

    /// Does the same for forms whose controls stand in a table: each says what it is to those who
    /// cannot see the head of its column.
    void dressRow(Form form, Collection<String> names) {
        dress(form, names);
        for (String name : names) {
            FormField<?, ?> field = form.get(name).field();
            field.widget().attr("aria-label", field.label().toString());
        }
    }

    private @Nullable Widget widget(String name, FormField<?, ?> field) {
        Supplier<? extends Widget> own = widgets.get(name);
        if (own != null) {
            return own.get();
        }
        if (autocomplete.contains(name)) {
            return new AutocompleteSelect(site.autocompleteUrl(mapping, name));
        }
        if (rawId.contains(name)) {
            return new TextInput().attr("class", "raw-id");
        }
        if (radio.contains(name) && field.widget() instanceof ChoiceWidget) {
            return new RadioSelect();
        }
        return switch (field.widget()) {
            case DateTimeInput _ -> DateTimeInput.picker();
            case DateInput _ -> DateInput.picker();
            case TimeInput _ -> TimeInput.picker();
            case Textarea _ -> new Textarea().attr("rows", 6);
            default -> null;
        };
    }
}
