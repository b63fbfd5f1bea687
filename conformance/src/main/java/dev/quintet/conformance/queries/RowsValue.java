package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Slice;
import dev.quintet.conformance.python.Tuple;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Rows;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A QuerySet, or a manager, which is the QuerySet of all rows.
///
/// @param rows ours
/// @param mapping of the model that it began with
/// @param shape what a row is
/// @param asked what values were asked for, by the names that ours has for them
/// @param loaded the columns that are read, by Django's names, or `null` for all
record RowsValue(
        Rows<?> rows,
        ModelMapping<?> mapping,
        Shape shape,
        Map<String, String> asked,
        @Nullable Set<String> loaded)
        implements PythonObject {

    /// What a row is.
    enum Shape {
        /// An object of the model.
        MODEL,
        /// A dict of values.
        DICT,
        /// A tuple of values.
        TUPLE,
        /// One value.
        FLAT,
        /// Values by place and by name.
        NAMED
    }

    static RowsValue of(Rows<?> rows, ModelMapping<?> mapping) {
        return new RowsValue(rows, mapping, Shape.MODEL, Map.of(), null);
    }

    /// {@return the same kind of rows, from another query}
    RowsValue with(@Nullable Object other) {
        return new RowsValue(
                (Rows<?>) java.util.Objects.requireNonNull(other), mapping, shape, asked, loaded);
    }

    /// {@return other rows from these}
    RowsValue with(@Nullable Object other, Shape otherShape, Map<String, String> otherAsked) {
        return new RowsValue(
                (Rows<?>) java.util.Objects.requireNonNull(other),
                mapping,
                otherShape,
                otherAsked,
                null);
    }

    /// {@return the same rows, of which only some columns are read}
    ///
    /// @param names by our names
    /// @param read whether these are read, or all others
    RowsValue reading(List<String> names, boolean read) {
        Set<String> columns = new LinkedHashSet<>();
        for (FieldState field : mapping.columns()) {
            boolean named = names.contains(field.name()) || names.contains(field.name() + "_id");
            if (field.primaryKey() || named == read) {
                columns.add(
                        FieldNames.snake(field.name()) + (field.relation() == null ? "" : "_id"));
            }
        }
        if (loaded != null && !read) {
            columns.retainAll(loaded);
        }
        return new RowsValue(rows, mapping, shape, asked, columns);
    }

    /// {@return our name for what a call names}
    String path(@Nullable Object name) {
        return Site.current().names().path(mapping, Values.text(name));
    }

    @Nullable Object row(@Nullable Object row) {
        return switch (shape) {
            case MODEL ->
                    new EntityValue((Entity) java.util.Objects.requireNonNull(row), asked, loaded);
            case FLAT -> Conversion.toPython(row);
            case TUPLE -> Tuple.copyOf(Values.list(Conversion.toPython(row)));
            case DICT -> renamed((Map<?, ?>) java.util.Objects.requireNonNull(row));
            case NAMED -> new NamedRow(renamed((Map<?, ?>) java.util.Objects.requireNonNull(row)));
        };
    }

    private Map<@Nullable Object, @Nullable Object> renamed(Map<?, ?> row) {
        Map<@Nullable Object, @Nullable Object> renamed = new LinkedHashMap<>();
        row.forEach((name, value) ->
                renamed.put(
                        asked.getOrDefault(
                                String.valueOf(name), FieldNames.snake(String.valueOf(name))),
                        Conversion.toPython(value)));
        return renamed;
    }

    List<@Nullable Object> list() {
        return ErrorNames.translating(() -> {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object one : rows.list()) {
                all.add(row(one));
            }
            return all;
        });
    }

    @Override
    public Iterable<@Nullable Object> iterate() {
        return list();
    }

    @Override
    public long length() {
        return list().size();
    }

    @Override
    public boolean truth() {
        return !list().isEmpty();
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return ErrorNames.translating(() -> {
            if (key instanceof Slice slice) {
                RowsValue part =
                        with(
                                Invocation.call(
                                        rows, "range", bound(slice.start()), bound(slice.stop())));
                return slice.step() == null ? part : stepped(part, slice);
            }
            return row(Invocation.call(rows, "at", Values.integer(key)));
        });
    }

    private static @Nullable Object stepped(RowsValue part, Slice slice) {
        List<@Nullable Object> list = part.list();
        List<@Nullable Object> some = new ArrayList<>();
        for (long at = 0; at < list.size(); at += Values.integer(slice.step())) {
            some.add(list.get((int) at));
        }
        return some;
    }

    private static @Nullable Long bound(@Nullable Object value) {
        return value == null ? null : Values.integer(value);
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "ordered" -> ErrorNames.translating(() -> Invocation.call(rows, "ordered"));
            case "model" -> new ModelValue(mapping);
            case "db" -> "default";
            case "query" -> this;
            default -> method(name);
        };
    }

    private @Nullable Object method(String name) {
        Function method = QuerySteps.of(this, name);
        if (method == null) {
            method = QueryAnswers.of(this, name);
        }
        if (method == null) {
            method = QueryWrites.of(this, name);
        }
        if (method == null) {
            method = ModelValue.scope(this, name);
        }
        if (method == null) {
            return MISSING;
        }
        Function found = method;
        return (Function) arguments -> ErrorNames.translating(() -> found.call(arguments));
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        String step =
                switch (operator) {
                    case "&" -> "and";
                    case "|" -> "or";
                    case "^" -> "xor";
                    default -> null;
                };
        if (step == null || reflected || !(other instanceof RowsValue right)) {
            return operator.equals("==") ? PythonObject.same(this, other) : MISSING;
        }
        return ErrorNames.translating(() -> with(Invocation.call(rows, step, right.rows())));
    }

    @Override
    public Object contains(@Nullable Object value) {
        return list().stream().anyMatch(one -> Values.equal(one, value));
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        throw PythonError.type("'QuerySet' object is not callable");
    }

    @Override
    public String typeName() {
        return "QuerySet";
    }

    @Override
    public String text() {
        return "<QuerySet " + Values.text(list()) + ">";
    }
}
