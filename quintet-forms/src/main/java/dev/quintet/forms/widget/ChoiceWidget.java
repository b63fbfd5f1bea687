package dev.quintet.forms.widget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shows choices: a list to pull down, radio buttons, boxes to tick. Django: `ChoiceWidget`.
public abstract class ChoiceWidget extends Widget {

    private Choices<?> choices = Choices.none();

    /// Makes one without choices; its field hands them over.
    protected ChoiceWidget() {}

    /// What a template gets for a group of options.
    ///
    /// @param label the heading, or `null` where options stand alone
    /// @param options what the template of an option gets under `widget`
    /// @param index number of the group
    public record Options(
            @Nullable CharSequence label, List<Map<String, @Nullable Object>> options, int index) {}

    /// Sets what there is to choose from.
    public ChoiceWidget choices(Choices<?> choices) {
        this.choices = choices;
        return this;
    }

    /// {@return what there is to choose from}
    public final Choices<?> choices() {
        return choices;
    }

    /// {@return whether several may be chosen}
    public boolean multiple() {
        return false;
    }

    /// {@return the type of an option's `input`; empty where it is no input}
    protected String inputType() {
        return "";
    }

    /// {@return the template of an option}
    protected abstract String optionTemplate();

    /// {@return the attribute of options that are chosen}
    protected abstract String chosenAttribute();

    /// {@return whether each option has an id of its own}
    protected boolean numbered() {
        return true;
    }

    /// {@return the keys of a value, as a list of texts}
    @Override
    public Object formatValue(@Nullable Object value) {
        if (value == null && multiple()) {
            return List.of();
        }
        if (value instanceof Collection<?> several) {
            var keys = new ArrayList<String>();
            several.forEach(each -> keys.add(ValueText.of(each)));
            return keys;
        }
        return List.of(ValueText.of(value));
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, value, more);
        var chosen = new HashSet<String>();
        ((Collection<?>) java.util.Objects.requireNonNull(widget.get("value")))
                .forEach(key -> chosen.add((String) key));
        widget.put(
                "optgroups",
                groups(
                        name,
                        chosen,
                        (Attrs) java.util.Objects.requireNonNull(widget.get("attrs"))));
        return widget;
    }

    private List<Options> groups(String name, Set<String> chosen, Attrs attrs) {
        var groups = new ArrayList<Options>();
        boolean found = false;
        int number = 0;
        for (Choice<?> each : choices) {
            var options = new ArrayList<Map<String, @Nullable Object>>();
            CharSequence label = null;
            switch (each) {
                case Choice.One<?> one -> {
                    boolean selected = (!found || multiple()) && chosen.contains(one.key());
                    found |= selected;
                    options.add(option(name, one, selected, String.valueOf(number), attrs));
                }
                case Choice.Group<?> group -> {
                    label = group.label();
                    int sub = 0;
                    for (Choice.One<?> one : group.choices()) {
                        boolean selected = (!found || multiple()) && chosen.contains(one.key());
                        found |= selected;
                        options.add(option(name, one, selected, number + "_" + sub++, attrs));
                    }
                }
            }
            groups.add(new Options(label, options, number++));
        }
        return groups;
    }

    /// {@return what the template of one option gets under `widget`}
    protected Map<String, @Nullable Object> option(
            String name, Choice.One<?> one, boolean selected, String index, Attrs attrs) {
        Attrs own = numbered() ? attrs.copy() : new Attrs();
        if (selected) {
            own.set(chosenAttribute(), true);
        }
        Object id = own.get("id");
        if (id != null) {
            own.set("id", id + "_" + index);
        }
        var option = new java.util.HashMap<String, @Nullable Object>();
        option.put("name", name);
        option.put("value", one.key());
        option.put("label", one.label());
        option.put("selected", selected);
        option.put("index", index);
        option.put("attrs", own);
        option.put("type", inputType());
        option.put("template_name", optionTemplate());
        option.put("wrap_label", true);
        return option;
    }

    @Override
    @SuppressWarnings("unchecked") // context() made the list
    public List<Map<String, @Nullable Object>> parts(
            String name, @Nullable Object value, @Nullable Attrs more) {
        var parts = new ArrayList<Map<String, @Nullable Object>>();
        ((List<Options>)
                        java.util.Objects.requireNonNull(
                                context(name, value, more).get("optgroups")))
                .forEach(group -> parts.addAll(group.options()));
        return parts;
    }

    @Override
    public String idForLabel(String id) {
        return numbered() && !id.isEmpty() ? id + "_0" : id;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        return multiple() ? data.all(name) : data.get(name);
    }
}
