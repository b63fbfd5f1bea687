package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.StateSql;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A question to one table whether other rows meet an object, and questions of conditions on the
/// object itself: the database answers with its own idea of what is equal.
///
/// @param <M> the object's model
final class OtherRows<M extends Entity> {

    private static final Pattern MARK = Pattern.compile("\u0001(\\d+)\u0001");

    private final ModelMapping<M> mapping;
    private final ModelMapping<?> level;
    private final M object;
    private final Database database;
    private final Dialect dialect;
    private final List<String> where = new ArrayList<>();
    private final List<SqlStatement.Parameter> parameters = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /// @param level the model whose table it is: the object's own, or one above
    OtherRows(ModelMapping<M> mapping, ModelMapping<?> level, M object, Database database) {
        this.mapping = mapping;
        this.level = level;
        this.object = object;
        this.database = database;
        this.dialect = database.dialect();
    }

    /// Narrows to rows that have this value.
    void equal(String field, Object stored) {
        where.add(column(field(field)) + " = " + bound(stored, field(field)));
    }

    /// Narrows to rows that are equal to the object in a part.
    ///
    /// @return whether any can be: NULL meets nothing unless `nullsMeet`
    boolean equal(IndexState.Part part, boolean nullsMeet) {
        String field = part.field();
        if (field != null && level.parted(field) == null) {
            Object stored = stored(field(field));
            if (stored == null) {
                where.add(column(field(field)) + " IS NULL");
                return nullsMeet;
            }
        }
        return compare(part, "=");
    }

    /// Narrows to rows that compare to the object in a part.
    ///
    /// @return whether any can
    boolean compare(IndexState.Part part, String operator) {
        String field = part.field();
        ModelRelation parted = field == null ? null : level.parted(field);
        if (parted != null) {
            return compare(parted, part, operator);
        }
        if (field != null) {
            FieldState known = field(field);
            Object stored = stored(known);
            if (stored == null) {
                return false;
            }
            where.add(column(known) + " " + operator + " " + bound(stored, known));
            return true;
        }
        Node expression = Objects.requireNonNull(part.expression());
        where.add(ofRow().of(expression) + " " + operator + " " + ofObject().of(expression));
        return true;
    }

    /// A relation of several columns is compared column by column.
    private boolean compare(ModelRelation parted, IndexState.Part part, String operator) {
        boolean any = true;
        for (String field : parted.parts()) {
            any &= compare(new IndexState.Part(field, null, part.descending(), ""), operator);
        }
        return any;
    }

    /// {@return whether the object meets a condition; narrows to rows that do as well}
    boolean meets(@Nullable Node condition) {
        if (condition == null) {
            return true;
        }
        boolean met = answer("SELECT 1" + from() + " WHERE " + ofObject().of(condition));
        if (met) {
            where.add(ofRow().of(condition));
        }
        return met;
    }

    /// {@return whether a condition does not hold of the object: unknown is not false}
    boolean isFalse(Node condition) {
        return answer("SELECT 1" + from() + " WHERE NOT (" + ofObject().of(condition) + ")");
    }

    private String from() {
        return dialect.name().equals("mariadb") ? " FROM DUAL" : "";
    }

    /// Values are marked by their numbers until the whole is known: a function may take its
    /// arguments in another order than they are written in.
    private boolean answer(String marked) {
        List<SqlStatement.Parameter> used = new ArrayList<>();
        List<@Nullable Object> bound = new ArrayList<>();
        Matcher marks = MARK.matcher(marked);
        var sql = new StringBuilder();
        while (marks.find()) {
            int number = Integer.parseInt(Objects.requireNonNull(marks.group(1)));
            used.add(parameters.get(number));
            bound.add(values.get(number));
            marks.appendReplacement(sql, "?");
        }
        marks.appendTail(sql);
        return database.query(
                new SqlStatement(sql.toString(), used),
                bound.toArray(),
                (result, _) -> result.next());
    }

    /// {@return whether there is such a row besides the object's own}
    boolean any() {
        Object key = object.state == null ? null : Keys.of(object);
        if (key != null) {
            List<Object> parts = Keys.parts(key);
            List<String> own = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                FieldState field = level.columns().get(level.keyNumbers()[i]);
                own.add(column(field) + " = " + bound(parts.get(i), field));
            }
            where.add("NOT (" + String.join(" AND ", own) + ")");
        }
        return answer(
                "SELECT 1 FROM "
                        + dialect.quote(level.state().table())
                        + " WHERE "
                        + String.join(" AND ", where)
                        + dialect.limitClause("1", null));
    }

    private FieldState field(String name) {
        return level.columns().get(level.number(name));
    }

    private @Nullable FieldState find(String name) {
        int number = level.number(name);
        return number < 0 ? null : level.columns().get(number);
    }

    private String column(FieldState field) {
        return dialect.quote(field.column());
    }

    private @Nullable Object stored(FieldState field) {
        return mapping.stored(object, mapping.number(field.name()));
    }

    private String bound(@Nullable Object value, @Nullable FieldState meets) {
        if (value == null) {
            return "NULL";
        }
        parameters.add(
                new SqlStatement.Parameter(
                        meets == null ? null : level.sqlType(level.number(meets.name())),
                        meets != null && meets.secret()));
        values.add(value);
        return "\u0001" + (values.size() - 1) + "\u0001";
    }

    /// Expressions over the rows of the table.
    private StateSql ofRow() {
        return words(this::column);
    }

    /// Expressions over the object itself.
    private StateSql ofObject() {
        return words(field -> bound(stored(field), field));
    }

    private StateSql words(Function<FieldState, String> column) {
        return new StateSql(
                dialect,
                this::find,
                new StateSql.Words() {
                    @Override
                    public String column(FieldState field) {
                        return column.apply(field);
                    }

                    @Override
                    public String value(@Nullable Object value, @Nullable FieldState meets) {
                        return bound(value, meets);
                    }
                });
    }
}
