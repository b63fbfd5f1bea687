package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.Choice;
import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.Select;
import dev.quintet.forms.widget.Widget;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One of several choices. Its value is what the choice means: a constant of an enum, a text, a
/// number. Django: `ChoiceField` and `TypedChoiceField`.
///
/// @param <V> what a choice means
public final class ChoiceField<V> extends FormField<V, ChoiceField<V>> {

    private Choices<?> choices;
    private final Function<Choice.One<?>, @Nullable V> meaning;
    private @Nullable V emptyValue;

    private ChoiceField(Choices<?> choices, Function<Choice.One<?>, @Nullable V> meaning) {
        this.choices = choices;
        this.meaning = meaning;
    }

    /// {@return a field for one of these}
    @SuppressWarnings("unchecked") // the choices are of V
    public static <V> ChoiceField<V> of(Choices<V> choices) {
        return new ChoiceField<>(choices, one -> (V) one.value());
    }

    /// {@return a field for one of these, whose value is made of the chosen key}
    ///
    /// @param coerce returns `null`, or throws an IllegalArgumentException, for a key that means
    ///   nothing
    public static <V> ChoiceField<V> typed(
            Choices<?> choices, Function<String, @Nullable V> coerce) {
        return new ChoiceField<>(choices, one -> coerce.apply(one.key()));
    }

    /// Sets what there is to choose from.
    public ChoiceField<V> choices(Choices<V> choices) {
        this.choices = choices;
        return this;
    }

    /// Sets the value of nothing chosen; `null` by default.
    public ChoiceField<V> emptyValue(@Nullable V value) {
        this.emptyValue = value;
        return this;
    }

    @Override
    protected Widget usualWidget() {
        return new Select();
    }

    @Override
    protected void prepareWidget(Widget widget) {
        if (widget instanceof ChoiceWidget select) {
            select.choices(choices);
        }
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals("invalid_choice")
                ? gettextNoop(
                        "Select a valid choice. %(value)s is not one of the available choices.")
                : super.usualMessage(code);
    }

    @Override
    protected @Nullable V parse(@Nullable Object raw, Refusals refused) {
        String key = raw == null || empty(raw) ? "" : text(raw);
        if (key.isEmpty()) {
            return emptyValue;
        }
        Choice.One<?> chosen = choices.find(key);
        if (chosen != null) {
            try {
                V value = meaning.apply(chosen);
                if (value != null) {
                    return value;
                }
            } catch (IllegalArgumentException meansNothing) {
                // refused below
            }
        }
        refuse(refused, "invalid_choice", "value", key);
        return null;
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        return !isDisabled() && !text(initial).equals(text(raw));
    }
}
