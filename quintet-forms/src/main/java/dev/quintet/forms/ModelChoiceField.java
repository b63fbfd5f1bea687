package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.Select;
import dev.quintet.forms.widget.Widget;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One row of a query. What was submitted is looked up among the query's rows: a key of another row
/// is refused.
///
/// @param <T> the model
public final class ModelChoiceField<T extends Entity> extends FormField<T, ModelChoiceField<T>>
        implements RowChoices<T> {

    private final EntityChoices<T> rows;
    private CharSequence none = "---------";

    /// Makes a field for one row of a query.
    public ModelChoiceField(QuerySet<T> rows) {
        this.rows = new EntityChoices<>(rows);
    }

    /// Sets which rows there are to choose from.
    public ModelChoiceField<T> rows(QuerySet<T> rows) {
        this.rows.rows(rows);
        return this;
    }

    /// Sets what people read for a row; its `toString()` by default.
    public ModelChoiceField<T> choiceLabel(Function<? super T, ? extends CharSequence> label) {
        rows.label(label);
        return this;
    }

    /// Puts rows into groups, by their headings.
    public ModelChoiceField<T> groupBy(Function<? super T, ? extends CharSequence> heading) {
        rows.group(heading);
        return this;
    }

    /// Sets what people read for no row.
    public ModelChoiceField<T> emptyLabel(CharSequence label) {
        this.none = label;
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
        return new Select();
    }

    @Override
    protected void prepareWidget(Widget widget) {
        // One that must be chosen, and is already, needs no way not to choose.
        boolean needed = isRequired() && (initialNow() != null || !(widget instanceof Select));
        rows.none(needed ? null : none);
        if (widget instanceof AutocompleteSelect select) {
            select.rows(rows);
        } else if (widget instanceof ChoiceWidget select) {
            select.choices(rows.choices());
        }
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals("invalid_choice")
                ? gettextNoop(
                        "Select a valid choice. That choice is not one of the available choices.")
                : super.usualMessage(code);
    }

    @Override
    protected @Nullable T parse(@Nullable Object raw, Refusals refused) {
        Object key = EntityChoices.keyOf(raw);
        if (key == null || empty(key)) {
            return null;
        }
        T row = rows.find(text(key));
        if (row == null) {
            refuse(refused, "invalid_choice", "value", text(key));
        }
        return row;
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return EntityChoices.keyOf(value);
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        return !isDisabled()
                && !Objects.equals(
                        text(EntityChoices.keyOf(initial)), text(EntityChoices.keyOf(raw)));
    }
}
