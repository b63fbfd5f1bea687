package dev.quintet.forms;

import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;

/// A field that chooses among the rows of a query: what lists rows for it asks the field, and so
/// never shows one that the field would refuse.
///
/// @param <T> the model
public sealed interface RowChoices<T extends Entity>
        permits ModelChoiceField, ModelMultipleChoiceField {

    /// {@return the rows that may be chosen}
    QuerySet<T> choosable();

    /// {@return what people read for a row}
    CharSequence labelOf(T row);

    /// {@return what the browser sends for a row}
    String keyOf(T row);
}
