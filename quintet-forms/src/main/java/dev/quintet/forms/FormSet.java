package dev.quintet.forms;

import java.util.function.Supplier;

/// Several forms of one kind on a page: rows to fill in, change, order and delete. Django:
/// formsets.
///
/// ```java
/// var lines = FormSet.of(LineForm::new).extra(3).canDelete();
/// if (lines.accepts(request)) { lines.orderedForms().forEach(...); }
/// ```
///
/// @param <F> the form of a row
public final class FormSet<F extends Form> extends FormRows<F, FormSet<F>> {

    private FormSet(Supplier<? extends F> make) {
        super(make);
    }

    /// {@return a set of such forms, with one empty row}
    public static <F extends Form> FormSet<F> of(Supplier<? extends F> make) {
        return new FormSet<>(make);
    }
}
