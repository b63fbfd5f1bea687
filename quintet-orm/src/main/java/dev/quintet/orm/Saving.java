package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Objects into rows.
final class Saving {

    private Saving() {}

    static void save(Entity entity) {
        save(Mappings.of(entity), entity);
    }

    private static <M extends Entity> void save(ModelMapping<M> mapping, Entity entity) {
        M object = mapping.type().cast(entity);
        mapping.attach(object);
        refuseUnsavedTargets(mapping, object);
        EntityState state = entity.state;
        Database database = Databases.current().get(Relations.databaseOf(entity));
        if (state == null) {
            Object key = Keys.of(entity);
            boolean updated =
                    key != null && update(mapping, object, database, allFields(mapping), key) > 0;
            if (!updated) {
                insert(mapping, object, database);
            }
            state = new EntityState(database.alias());
            entity.state = state;
        } else {
            updateChanged(mapping, object, database, state);
        }
        state.snapshot = mapping.snapshot(object);
    }

    private static <M extends Entity> void updateChanged(
            ModelMapping<M> mapping, M object, Database database, EntityState state) {
        BitSet changed = allFields(mapping);
        if (state.snapshot != null) {
            var found = new ChangedFields();
            mapping.changes(object, state.snapshot, found);
            changed = found.numbers();
        }
        if (state.loaded != null) {
            changed.and(state.loaded);
        }
        for (int key : mapping.keyNumbers()) {
            changed.clear(key);
        }
        if (changed.isEmpty()) {
            return;
        }
        Object key = Objects.requireNonNull(Keys.of(object), "A loaded object has a key.");
        if (update(mapping, object, database, changed, key) == 0) {
            throw new NotUpdatedException(mapping, key);
        }
    }

    private static BitSet allFields(ModelMapping<?> mapping) {
        var all = new BitSet();
        all.set(0, mapping.columns().size());
        for (int key : mapping.keyNumbers()) {
            all.clear(key);
        }
        return all;
    }

    private static <M extends Entity> int update(
            ModelMapping<M> mapping, M object, Database database, BitSet fields, Object key) {
        Dialect dialect = database.dialect();
        List<SqlStatement.Parameter> parameters = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        List<String> set = new ArrayList<>();
        fields.stream()
                .forEach(number -> {
                    set.add(column(mapping, dialect, number) + " = ?");
                    parameters.add(parameter(mapping, number));
                    values.add(mapping.stored(object, number));
                });
        if (set.isEmpty()) {
            // A row of nothing but its key: there is nothing to write, only to look whether it is
            // there.
            set.add(column(mapping, dialect, mapping.keyNumbers()[0]) + " = ?");
            parameters.add(parameter(mapping, mapping.keyNumbers()[0]));
            values.add(mapping.stored(object, mapping.keyNumbers()[0]));
        }
        List<String> where = new ArrayList<>();
        List<Object> keyParts = Keys.parts(key);
        for (int i = 0; i < keyParts.size(); i++) {
            int number = mapping.keyNumbers()[i];
            where.add(column(mapping, dialect, number) + " = ?");
            parameters.add(parameter(mapping, number));
            values.add(keyParts.get(i));
        }
        String sql =
                "UPDATE "
                        + dialect.quote(mapping.state().table())
                        + " SET "
                        + String.join(", ", set)
                        + " WHERE "
                        + String.join(" AND ", where);
        return database.update(new SqlStatement(sql, parameters), values.toArray());
    }

    private static <M extends Entity> void insert(
            ModelMapping<M> mapping, M object, Database database) {
        Dialect dialect = database.dialect();
        int auto = unsetAutoKey(mapping, object);
        List<Integer> numbers = new ArrayList<>();
        List<SqlStatement.Parameter> parameters = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int number = 0; number < mapping.columns().size(); number++) {
            Object value = number == auto ? null : mapping.stored(object, number);
            boolean left = number == auto || (value == null && hasDatabaseDefault(mapping, number));
            if (!left) {
                numbers.add(number);
                parameters.add(parameter(mapping, number));
                values.add(value);
            }
        }
        String table = dialect.quote(mapping.state().table());
        String sql =
                numbers.isEmpty()
                        ? dialect.insertDefaults(table)
                        : "INSERT INTO "
                                + table
                                + numbers.stream()
                                        .map(number -> column(mapping, dialect, number))
                                        .collect(Collectors.joining(", ", " (", ")"))
                                + numbers.stream()
                                        .map(_ -> "?")
                                        .collect(Collectors.joining(", ", " VALUES (", ")"));
        if (auto < 0) {
            database.update(new SqlStatement(sql, parameters), values.toArray());
            return;
        }
        if (dialect.returning()) {
            sql += " RETURNING " + column(mapping, dialect, auto);
        }
        database.insert(
                new SqlStatement(sql, parameters),
                values.toArray(),
                (result, row) -> {
                    if (result.next()) {
                        mapping.load(object, auto, row, 1);
                    }
                    return object;
                });
    }

    private static <M extends Entity> int unsetAutoKey(ModelMapping<M> mapping, M object) {
        for (int number : mapping.keyNumbers()) {
            boolean auto = mapping.columns().get(number).type().auto();
            if (auto && Keys.of(object) == null) {
                return number;
            }
        }
        return -1;
    }

    private static boolean hasDatabaseDefault(ModelMapping<?> mapping, int number) {
        return mapping.columns().get(number).initial() != null;
    }

    private static String column(ModelMapping<?> mapping, Dialect dialect, int number) {
        return dialect.quote(mapping.columns().get(number).column());
    }

    private static SqlStatement.Parameter parameter(ModelMapping<?> mapping, int number) {
        return new SqlStatement.Parameter(
                mapping.sqlType(number), mapping.columns().get(number).secret());
    }

    /// A key that is not known yet would be written as NULL, and the relation lost.
    private static <M extends Entity> void refuseUnsavedTargets(ModelMapping<M> mapping, M object) {
        for (FieldState field : mapping.columns()) {
            if (field.relation() == null) {
                continue;
            }
            ToOne<?> place =
                    switch (mapping.holder(object, field.name())) {
                        case ToOne<?> key -> key;
                        default -> null;
                    };
            if (place != null && place.key() == null && place.loadedTarget() != null) {
                throw new QueryException(
                        Problem.of(
                                        "orm.E052",
                                        mapping.state().name()
                                                + "."
                                                + field.name()
                                                + " leads to an object that was never saved.")
                                .fixedBy("Save that object first."));
            }
        }
    }
}
