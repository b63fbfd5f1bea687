package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The places of rows among those that lead to the same one. Django: `order_with_respect_to`.
final class Placing {

    /// The column that keeps a row's place.
    static final String COLUMN = "_order";

    private Placing() {}

    /// Puts a new object behind the others.
    static <M extends Entity> void last(ModelMapping<M> mapping, M object, Database database) {
        int relation = relation(mapping);
        int place = place(mapping);
        Object owner = mapping.stored(object, relation);
        Dialect dialect = database.dialect();
        String column = dialect.quote(COLUMN);
        String sql =
                "SELECT COALESCE(MAX("
                        + column
                        + ") + 1, 0) FROM "
                        + dialect.quote(mapping.state().table())
                        + " WHERE "
                        + dialect.quote(mapping.columns().get(relation).column())
                        + (owner == null ? " IS NULL" : " = ?");
        var parameters =
                owner == null
                        ? List.<SqlStatement.Parameter>of()
                        : List.of(new SqlStatement.Parameter(mapping.sqlType(relation), false));
        long next =
                database.query(
                        new SqlStatement(sql, parameters),
                        owner == null ? new @Nullable Object[0] : new @Nullable Object[] {owner},
                        (result, row) -> result.next() ? row.int64(1) : 0L);
        mapping.assign(object, place, next);
    }

    /// Puts the rows that lead to one into an order.
    static <M extends Entity> void order(ModelMapping<M> mapping, List<? extends Entity> rows) {
        int place = place(mapping);
        List<M> changed = new ArrayList<>();
        for (Entity row : rows) {
            M object = mapping.type().cast(row);
            mapping.assign(object, place, (long) changed.size());
            changed.add(object);
        }
        Transaction.atomic(() ->
                changed.forEach(
                        row -> Saving.save(row, List.of(mapping.columns().get(place).name()))));
    }

    private static int relation(ModelMapping<?> mapping) {
        return mapping.number(
                Objects.requireNonNull(mapping.state().options().orderWithRespectTo()));
    }

    private static int place(ModelMapping<?> mapping) {
        for (int number = 0; number < mapping.columns().size(); number++) {
            FieldState field = mapping.columns().get(number);
            if (field.column().equals(COLUMN)) {
                return number;
            }
        }
        throw new MappingException(
                Problem.of(
                                "orm.E151",
                                mapping.state().name()
                                        + " says orderWithRespectTo, and has no field for the place.")
                        .fixedBy(
                                "Give it one: @Field(column = \"_order\", editable = false) public int place;"));
    }
}
