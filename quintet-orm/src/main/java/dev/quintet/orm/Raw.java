package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.PlainValues;
import dev.quintet.orm.sql.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that SQL of your own finds: as entities, as maps, as what you make of them. Unsafe if the
/// SQL is made of a visitor's text; `?` and values are for that. Asked for once, when it is walked.
/// Django: `raw()`, `connection.cursor()`.
///
/// `Raw.entities(Album.class, "SELECT * FROM catalog_album WHERE price > ?", limit)`
///
/// @param <T> what a row becomes
public final class Raw<T> implements Iterable<T> {

    /// Makes a row's object.
    ///
    /// @param <T> what a row becomes
    @FunctionalInterface
    public interface Reader<T> {
        /// {@return the object of the current row}
        T read(Row row);
    }

    private interface Opened<T> {
        List<T> read(Database database, ResultSet result, Row row) throws SQLException;
    }

    private final String alias;
    private final String sql;
    private final List<@Nullable Object> values;
    private final Opened<T> reader;
    private @Nullable List<T> loaded;

    private Raw(String alias, String sql, List<@Nullable Object> values, Opened<T> reader) {
        this.alias = alias;
        this.sql = sql;
        this.values = values;
        this.reader = reader;
    }

    /// {@return rows as entities: columns are told by their names, others become annotations, and
    /// fields that no column holds are loaded when they are asked for}
    ///
    /// @param values for each `?`
    public static <M extends Entity> Entities<M> entities(
            Class<M> model, String sql, @Nullable Object... values) {
        return new Entities<>(Mappings.of(model), sql, copied(values), Map.of());
    }

    /// {@return rows as maps of the columns' names to what the driver makes of them}
    ///
    /// @param values for each `?`
    public static Raw<Map<String, @Nullable Object>> rows(String sql, @Nullable Object... values) {
        return new Raw<>(
                Databases.DEFAULT, sql, copied(values), (_, result, row) -> maps(result, row));
    }

    /// {@return rows as what `reader` makes of them}
    ///
    /// @param values for each `?`
    public static <T> Raw<T> rows(Reader<T> reader, String sql, @Nullable Object... values) {
        return new Raw<>(
                Databases.DEFAULT,
                sql,
                copied(values),
                (_, result, row) -> {
                    List<T> all = new ArrayList<>();
                    while (result.next()) {
                        all.add(reader.read(row));
                    }
                    return all;
                });
    }

    private static List<@Nullable Object> copied(@Nullable Object[] values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private static List<Map<String, @Nullable Object>> maps(ResultSet result, Row row)
            throws SQLException {
        List<String> names = names(result);
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable Object> one = LinkedHashMap.newLinkedHashMap(names.size());
            for (int i = 0; i < names.size(); i++) {
                one.put(names.get(i), row.plain(i + 1));
            }
            all.add(one);
        }
        return all;
    }

    private static List<String> names(ResultSet result) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            names.add(result.getMetaData().getColumnLabel(column));
        }
        return names;
    }

    /// {@return the same of another database}
    public Raw<T> using(String alias) {
        return new Raw<>(alias, sql, values, reader);
    }

    /// {@return the rows, asked for now if they were not yet; unmodifiable}
    public List<T> list() {
        List<T> rows = loaded;
        if (rows == null) {
            Database database = Databases.current().get(alias);
            SqlStatement statement =
                    new SqlStatement(
                            sql,
                            values.stream()
                                    .map(_ -> new SqlStatement.Parameter(null, false))
                                    .toList());
            @Nullable Object[] bound =
                    values.stream().map(value -> PlainValues.of(Loading.keyOf(value))).toArray();
            rows =
                    List.copyOf(
                            database.query(
                                    statement,
                                    bound,
                                    (result, row) -> reader.read(database, result, row)));
            loaded = rows;
        }
        return rows;
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    /// Entities that SQL of your own finds.
    ///
    /// @param <M> the model
    public static final class Entities<M extends Entity> implements Iterable<M> {

        private final ModelMapping<M> mapping;
        private final String sql;
        private final List<@Nullable Object> values;
        private final Map<String, String> translations;
        private final Raw<M> rows;

        Entities(
                ModelMapping<M> mapping,
                String sql,
                List<@Nullable Object> values,
                Map<String, String> translations) {
            this.mapping = mapping;
            this.sql = sql;
            this.values = values;
            this.translations = translations;
            this.rows = new Raw<>(Databases.DEFAULT, sql, values, this::read);
        }

        /// {@return the same, with columns that go by other names than the fields}
        ///
        /// @param translations from the column to the field
        public Entities<M> translated(Map<String, String> translations) {
            return new Entities<>(mapping, sql, values, Map.copyOf(translations));
        }

        /// {@return the rows, asked for now if they were not yet; unmodifiable}
        public List<M> list() {
            return rows.list();
        }

        @Override
        public Iterator<M> iterator() {
            return list().iterator();
        }

        private List<M> read(Database database, ResultSet result, Row row) throws SQLException {
            List<String> names = names(result);
            int[] fields = new int[names.size()];
            boolean keyed = false;
            for (int i = 0; i < fields.length; i++) {
                fields[i] = number(names.get(i));
                keyed |= fields[i] >= 0 && mapping.columns().get(fields[i]).primaryKey();
            }
            if (!keyed) {
                throw new QueryException(
                        Problem.of(
                                        "orm.E132",
                                        "SQL for " + mapping.state().name() + " finds no key.")
                                .because("Its columns are: " + String.join(", ", names) + ".")
                                .fixedBy("Select the column of the key too."));
            }
            List<M> all = new ArrayList<>();
            while (result.next()) {
                all.add(object(database, row, names, fields));
            }
            Loading.introduce(List.copyOf(all), OrmSettings.fetchMode());
            return all;
        }

        private int number(String column) {
            String name = translations.getOrDefault(column, column);
            for (int i = 0; i < mapping.columns().size(); i++) {
                var field = mapping.columns().get(i);
                if (field.column().equalsIgnoreCase(name) || field.name().equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        private M object(Database database, Row row, List<String> names, int[] fields) {
            M object = mapping.create();
            mapping.attach(object);
            EntityState state = EntityState.begin(mapping, object, Origin.of(database.alias()));
            var loaded = new BitSet();
            for (int i = 0; i < fields.length; i++) {
                if (fields[i] >= 0) {
                    mapping.load(object, fields[i], row, i + 1);
                    loaded.set(fields[i]);
                } else {
                    Prefetching.keep(object, names.get(i), row.plain(i + 1));
                }
            }
            if (loaded.cardinality() < mapping.columns().size()) {
                state.origin = state.origin.with(loaded);
            }
            state.renew(mapping, object);
            return object;
        }
    }
}
