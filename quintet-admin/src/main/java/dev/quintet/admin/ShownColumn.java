package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.lazy;

import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.state.SqlType;
import org.jspecify.annotations.Nullable;

/// A column of a list: a field, something computed, or the row itself. Immutable.
///
/// @param name in addresses and style sheets
/// @param label what people read
/// @param order by which field it is sorted, or `null`
/// @param at the field, where it is one
/// @param computed what makes its values, where it is none
/// @param <M> the model
record ShownColumn<M extends Entity>(
        String name,
        CharSequence label,
        @Nullable String order,
        @Nullable FieldAt at,
        @Nullable ListColumn<M> computed) {

    /// The name of the column that shows the row itself.
    static final String ROW = "__str__";

    @SuppressWarnings("unchecked") // a computed column is of the list's own model
    static <M extends Entity> ShownColumn<M> of(
            ModelMapping<M> mapping, Selectable<? super M> column, int number) {
        if (column instanceof ListColumn<?> computed) {
            var own = (ListColumn<M>) computed;
            return new ShownColumn<>("computed-" + number, own.label(), own.sortName(), null, own);
        }
        return of(mapping, ColumnName.of(column));
    }

    static <M extends Entity> ShownColumn<M> of(ModelMapping<M> mapping, String path) {
        FieldAt at = FieldAt.find(mapping, path);
        return new ShownColumn<>(path, lazy(at::label), path, at, null);
    }

    static <M extends Entity> ShownColumn<M> row(ModelMapping<M> mapping) {
        return new ShownColumn<>(
                ROW, lazy(() -> Words.capFirst(mapping.state().shownName())), null, null, null);
    }

    /// {@return what people see of a row: truth values, dates and numbers as they are, names of
    /// choices, `null` for nothing}
    @Nullable Object value(M row) {
        if (computed != null) {
            return computed.valueOf(row);
        }
        if (at == null) {
            return row.toString();
        }
        if (at.field().secret()) {
            return "****";
        }
        Object value = at.valueOf(row);
        if (!at.choices().isEmpty() && !at.path().contains("__")) {
            return row.templateAttribute("get_" + at.field().name() + "_display");
        }
        return value == null || "".contentEquals(String.valueOf(value)) ? null : value;
    }

    /// {@return how it is set: numbers to the end, for example}
    String kind() {
        if (at == null) {
            return "text";
        }
        return switch (at.sqlType()) {
            case SqlType.SmallInt _,
                    SqlType.Int _,
                    SqlType.BigInt _,
                    SqlType.Decimal _,
                    SqlType.DoublePrecision _ ->
                    at.isRelation() || !at.choices().isEmpty() ? "text" : "number";
            case SqlType.Date _, SqlType.Timestamp _, SqlType.LocalTimestamp _, SqlType.Time _ ->
                    "date";
            case null, default -> "text";
        };
    }

    /// {@return the words for truth values, for those who cannot see icons}
    static CharSequence truth(boolean value) {
        return value ? gettextLazy("Yes") : gettextLazy("No");
    }
}
