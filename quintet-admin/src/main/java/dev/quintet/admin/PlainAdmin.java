package dev.quintet.admin;

import dev.quintet.orm.Entity;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;

/// The admin of a model that nobody said anything about: what suits most.
///
/// @param <M> the model
final class PlainAdmin<M extends Entity> extends ModelAdmin<M> {

    private static final int MOST_COLUMNS = 6;
    private static final int MOST_SEARCHED = 4;

    PlainAdmin(Class<M> model) {
        super(model);
        list.columns.add(ShownColumn.row(mapping()));
        for (FieldState field : mapping().columns()) {
            if (field.secret() || field.primaryKey()) {
                continue;
            }
            if (list.columns.size() < MOST_COLUMNS && isShort(field)) {
                list.columns.add(ShownColumn.of(mapping(), field.name()));
            }
            boolean truth = field.type().sql() instanceof SqlType.Bool;
            if (truth || !field.choices().isEmpty()) {
                list.filters.add(new FieldFilter<>(FieldAt.find(mapping(), field.name())));
            }
            boolean text = field.type().sql() instanceof SqlType.VarChar;
            if (text && field.choices().isEmpty() && list.search.size() < MOST_SEARCHED) {
                list.search.add(new ListOptions.SearchField(field.name(), "icontains"));
            }
        }
    }

    private boolean isShort(FieldState field) {
        return field.relation() != null
                || switch (field.type().sql()) {
                    case SqlType.VarChar _,
                            SqlType.SmallInt _,
                            SqlType.Int _,
                            SqlType.BigInt _,
                            SqlType.Decimal _,
                            SqlType.DoublePrecision _,
                            SqlType.Bool _,
                            SqlType.Date _,
                            SqlType.Timestamp _,
                            SqlType.LocalTimestamp _ ->
                            true;
                    default -> false;
                };
    }
}
