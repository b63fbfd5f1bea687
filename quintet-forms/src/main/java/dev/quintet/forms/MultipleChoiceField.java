package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.Choice;
import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.MultipleHiddenInput;
import dev.quintet.forms.widget.SelectMultiple;
import dev.quintet.forms.widget.Widget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Any of several choices. Its value is a list, empty where nothing was chosen. Django:
/// `MultipleChoiceField` and `TypedMultipleChoiceField`.
///
/// @param <V> what a choice means
public final class MultipleChoiceField<V> extends FormField<List<V>, MultipleChoiceField<V>> {

    private Choices<?> choices;
    private final Function<Choice.One<?>, @Nullable V> meaning;

    private boolean emptyAsNull;

    private MultipleChoiceField(Choices<?> choices, Function<Choice.One<?>, @Nullable V> meaning) {
        this.choices = choices;
        this.meaning = meaning;
    }

    /// {@return a field for any of these}
    @SuppressWarnings("unchecked") // the choices are of V
    public static <V> MultipleChoiceField<V> of(Choices<V> choices) {
        return new MultipleChoiceField<>(choices, one -> (V) one.value());
    }

    /// {@return a field for any of these, whose values are made of the chosen keys}
    ///
    /// @param coerce returns `null`, or throws an IllegalArgumentException, for a key that means
    ///   nothing
    public static <V> MultipleChoiceField<V> typed(
            Choices<?> choices, Function<String, @Nullable V> coerce) {
        return new MultipleChoiceField<>(choices, one -> coerce.apply(one.key()));
    }

    /// Sets what there is to choose from.
    public MultipleChoiceField<V> choices(Choices<V> choices) {
        this.choices = choices;
        return this;
    }

    /// Makes `null` of nothing chosen, in place of an empty list.
    public MultipleChoiceField<V> emptyAsNull() {
        this.emptyAsNull = true;
        return this;
    }

    @Override
    protected Widget usualWidget() {
        return new SelectMultiple();
    }

    @Override
    protected Widget hiddenWidget() {
        return new MultipleHiddenInput();
    }

    @Override
    protected void prepareWidget(Widget widget) {
        if (widget instanceof ChoiceWidget select) {
            select.choices(choices);
        }
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return switch (code) {
            case "invalid_choice" ->
                    gettextNoop(
                            "Select a valid choice. %(value)s is not one of the available choices.");
            case "invalid_list" -> gettextNoop("Enter a list of values.");
            default -> super.usualMessage(code);
        };
    }

    @Override
    protected boolean empty(@Nullable Object value) {
        return super.empty(value)
                || Boolean.FALSE.equals(value)
                || (value instanceof Number number && number.doubleValue() == 0);
    }

    @Override
    protected @Nullable List<V> parse(@Nullable Object raw, Refusals refused) {
        if (empty(raw)) {
            return emptyAsNull ? null : List.of();
        }
        if (!(raw instanceof Collection<?> several)) {
            refuse(refused, "invalid_list");
            return null;
        }
        var values = new ArrayList<V>();
        for (Object each : several) {
            V value = meaning(text(each));
            if (value == null) {
                refuse(refused, "invalid_choice", "value", text(each));
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private @Nullable V meaning(String key) {
        Choice.One<?> chosen = choices.find(key);
        try {
            return chosen == null ? null : meaning.apply(chosen);
        } catch (IllegalArgumentException meansNothing) {
            return null;
        }
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        return !isDisabled() && !keys(initial).equals(keys(raw));
    }

    static Set<String> keys(@Nullable Object values) {
        var keys = new HashSet<String>();
        if (values instanceof Collection<?> several) {
            several.forEach(each -> keys.add(text(each)));
        } else if (values != null && !"".equals(values)) {
            keys.add(text(values));
        }
        return keys;
    }
}
