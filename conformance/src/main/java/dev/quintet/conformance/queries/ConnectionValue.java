package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Tuple;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Raw;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Django's `connection`.
///
/// @param database ours
record ConnectionValue(Database database) implements PythonObject {

    /// What runs SQL of one's own, and keeps its rows.
    private static final class Cursor implements PythonObject {

        private static final Pattern READS =
                Pattern.compile("(?i)^\\s*(SELECT|WITH|VALUES|EXPLAIN|PRAGMA)|RETURNING");

        private final Database database;
        private List<Map<String, @Nullable Object>> rows = List.of();
        private long changed;
        private int next;

        Cursor(Database database) {
            this.database = database;
        }

        @Override
        public void within(Consumer<@Nullable Object> body) {
            body.accept(this);
        }

        @Override
        public @Nullable Object attribute(String name) {
            Function method =
                    switch (name) {
                        case "execute" -> this::execute;
                        case "fetchone" -> _ -> next < rows.size() ? row(rows.get(next++)) : null;
                        case "fetchall" -> _ -> rest(rows.size());
                        case "fetchmany" ->
                                arguments ->
                                        rest(
                                                Math.toIntExact(
                                                        Values.integer(
                                                                arguments.get(0, "size", 1L))));
                        case "close" -> _ -> null;
                        default -> null;
                    };
            if (method != null) {
                return method;
            }
            return switch (name) {
                case "rowcount" -> changed;
                case "description" -> described();
                default -> MISSING;
            };
        }

        private @Nullable Object execute(Arguments arguments) {
            String sql = Values.text(arguments.get(0));
            Object given = arguments.get(1, "params", null);
            Map<?, ?> named = given instanceof Map<?, ?> map ? map : null;
            List<@Nullable Object> parameters =
                    named != null
                            ? NamedParameters.values(sql, named)
                            : given == null ? List.of() : Values.list(given);
            // Without parameters, Django takes a percent sign for itself.
            String marked =
                    given == null
                            ? sql
                            : ExpressionNames.questionMarks(
                                    named != null ? NamedParameters.sql(sql) : sql);
            @Nullable Object[] values = parameters.stream().map(Conversion::toOurs).toArray();
            next = 0;
            ErrorNames.translating(() -> {
                run(marked, values);
                return true;
            });
            return this;
        }

        private void run(String sql, @Nullable Object[] values) {
            if (READS.matcher(sql).find()) {
                rows = Raw.rows(sql, values).list();
                changed = rows.size();
            } else {
                rows = List.of();
                var parameters =
                        Collections.nCopies(values.length, new SqlStatement.Parameter(null, false));
                changed = database.update(new SqlStatement(sql, parameters), values);
            }
        }

        private List<@Nullable Object> rest(int most) {
            List<@Nullable Object> some = new ArrayList<>();
            while (next < rows.size() && some.size() < most) {
                some.add(row(rows.get(next++)));
            }
            return some;
        }

        private static Tuple row(Map<String, @Nullable Object> row) {
            return Tuple.copyOf(row.values().stream().map(Conversion::toPython).toList());
        }

        private Object described() {
            List<@Nullable Object> columns = new ArrayList<>();
            if (!rows.isEmpty()) {
                rows.getFirst().keySet().forEach(name -> columns.add(Tuple.of(name)));
            }
            return columns;
        }

        @Override
        public Iterable<@Nullable Object> iterate() {
            return rest(rows.size());
        }
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "cursor" -> (Function) _ -> new Cursor(database);
            case "vendor" -> database.dialect().name();
            default -> throw PythonError.attribute(this, name);
        };
    }

    @Override
    public String typeName() {
        return "DatabaseWrapper";
    }
}
