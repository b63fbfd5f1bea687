package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.MultipleHiddenInput;
import dev.quintet.forms.widget.SelectMultiple;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Any rows of a query. What was submitted is looked up among the query's rows, all in one query: a
/// key of another row is refused.
///
/// @param <T> the model
public final class ModelMultipleChoiceField<T extends Entity>
        extends FormField<List<T>, ModelMultipleChoiceField<T>> implements RowChoices<T> {

    private final EntityChoices<T> rows;

    /// Makes a field for rows of a query.
    public ModelMultipleChoiceField(QuerySet<T> rows) {
        this.rows = new EntityChoices<>(rows);
    }

    /// Sets which rows there are to choose from.
    public ModelMultipleChoiceField<T> rows(QuerySet<T> rows) {
        this.rows.rows(rows);
        return this;
    }

    /// Sets what people read for a row; its `toString()` by default.
    public ModelMultipleChoiceField<T> choiceLabel(
            Function<? super T, ? extends CharSequence> label) {
        rows.label(label);
        return this;
    }

    /// Puts rows into groups, by their headings.
    public ModelMultipleChoiceField<T> groupBy(
            Function<? super T, ? extends CharSequence> heading) {
        rows.group(heading);
        return this;
    }

    void share(SharedRows shared) {
        rows.share(shared, name());
    }

    @Override
    public QuerySet<T> choosable() {
        return rows.rows();
    }

    @Override
    public CharSequence labelOf(T row) {
        return rows.labelOf(row);
    }

    @Override
    public String keyOf(T row) {
        return rows.keyText(row);
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
        if (widget instanceof AutocompleteSelect select) {
            select.rows(rows);
        } else if (widget instanceof ChoiceWidget select) {
            select.choices(rows.choices());
        }
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return switch (code) {
            case "invalid_choice" ->
                    gettextNoop(
                            "Select a valid choice. %(value)s is not one of the available choices.");
            case "invalid_list" -> gettextNoop("Enter a list of values.");
            case "invalid_pk_value" -> gettextNoop("“%(pk)s” is not a valid value.");
            default -> super.usualMessage(code);
        };
    }

    @Override
    protected @Nullable List<T> parse(@Nullable Object raw, Refusals refused) {
        if (raw == null || empty(raw)) {
            return List.of();
        }
        if (!(raw instanceof Collection<?> several)) {
            refuse(refused, "invalid_list");
            return null;
        }
        var keys = new ArrayList<String>();
        for (Object each : several) {
            String key = text(EntityChoices.keyOf(each));
            if (!rows.canBeKey(key)) {
                refused.add(
                        ValidationError.of(message("invalid_pk_value"), "invalid_pk_value")
                                .with("pk", key));
                return null;
            }
            keys.add(key);
        }
        List<T> found = rows.find(keys);
        var known = new HashSet<String>();
        found.forEach(row -> known.add(rows.keyText(row)));
        for (String key : keys) {
            if (!known.contains(rows.written(key))) {
                refuse(refused, "invalid_choice", "value", key);
                return null;
            }
        }
        return found;
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return value instanceof Iterable<?> several && !(value instanceof CharSequence)
                ? keys(several)
                : EntityChoices.keyOf(value);
    }

    private static List<@Nullable Object> keys(Iterable<?> several) {
        var keys = new ArrayList<@Nullable Object>();
        several.forEach(each -> keys.add(EntityChoices.keyOf(each)));
        return keys;
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        return !isDisabled()
                && !MultipleChoiceField.keys(prepare(initial))
                        .equals(MultipleChoiceField.keys(prepare(raw)));
    }
}
