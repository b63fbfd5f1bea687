package dev.quintet.orm.sql;

import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.ValueType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A statement made from a query's shape, ready to take values. Safe for many threads.
public final class Plan {

    private final Dialect dialect;
    private final SqlStatement statement;
    private final ValueUse[] uses;
    private final List<Output> outputs;

    /// A column of the result that is not part of an entity.
    ///
    /// @param type its kind, or `null` where only the database knows
    /// @param codec of the field that it comes from, or `null`
    public record Output(@Nullable SqlType type, @Nullable Codec<?> codec) {

        static Output of(@Nullable ValueType type) {
            return type == null ? new Output(null, null) : new Output(type.sql(), type.codec());
        }

        /// {@return the column's value as Java declares it, or `null`}
        public @Nullable Object read(Dialect dialect, Row row, int column) {
            if (type == null) {
                return row.plain(column);
            }
            if (codec == null && type instanceof SqlType.Json) {
                return Documents.read(row, column);
            }
            if (codec == null
                    && (type instanceof SqlType.Int || type instanceof SqlType.SmallInt)) {
                return narrow(row.int64OrNull(column));
            }
            Object stored = dialect.read(row, column, type);
            return stored == null || codec == null ? stored : decode(codec, stored);
        }

        /// What was worked out of numbers of 4 bytes may not fit into 4 bytes.
        private static @Nullable Object narrow(@Nullable Long number) {
            return number != null && number.intValue() == number
                    ? (Object) number.intValue()
                    : number;
        }

        @SuppressWarnings("unchecked") // the column holds what the field's codec wrote
        private static @Nullable Object decode(Codec<?> codec, Object stored) {
            return ((Codec<@Nullable Object>) codec).decode(stored);
        }
    }

    private final boolean empty;
    private volatile @Nullable Object layout;

    Plan(Dialect dialect, Fragment sql, List<Output> outputs, boolean empty) {
        this.empty = empty;
        this.dialect = dialect;
        this.uses = sql.values().toArray(ValueUse[]::new);
        this.outputs = List.copyOf(outputs);
        this.statement =
                new SqlStatement(
                        sql.sql(),
                        sql.values().stream()
                                .map(use -> new SqlStatement.Parameter(use.bound(), use.secret()))
                                .toList());
    }

    /// {@return the statement}
    public SqlStatement statement() {
        return statement;
    }

    /// {@return whether it is known that the statement finds no rows, so that it need not be sent}
    public boolean empty() {
        return empty;
    }

    /// {@return how rows are read into objects, worked out once: it follows from the query's shape}
    ///
    /// @param made works it out, from the shape's parts alone
    public Object layout(Supplier<? extends Object> made) {
        Object known = layout;
        if (known == null) {
            known = made.get();
            layout = known;
        }
        return known;
    }

    /// {@return the columns behind those of entities}
    public List<Output> outputs() {
        return outputs;
    }

    /// {@return a query's values, turned into what the statement's parameters take}
    @Nullable Object[] bindings(@Nullable Object[] values) {
        var bound = new @Nullable Object[uses.length];
        for (int i = 0; i < uses.length; i++) {
            bound[i] = uses[i].encode(dialect, values[uses[i].number()]);
        }
        return bound;
    }
}
