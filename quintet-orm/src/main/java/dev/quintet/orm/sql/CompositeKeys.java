package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import dev.quintet.orm.tree.Types;
import dev.quintet.orm.tree.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keys of several columns, compared part by part. What a query says of one stays one condition
/// until here, so that what is negated around it, and the rows that it speaks of, are those of the
/// whole key.
final class CompositeKeys {

    private final Operands operands;

    CompositeKeys(Operands operands) {
        this.operands = operands;
    }

    /// {@return a comparison whose left side is a composite key; `null` when it is anything else}
    @Nullable Fragment condition(Node leaf) {
        return switch (leaf) {
            case Node.Compare(var lookup, Node.Field left, var right) when parted(left) -> {
                if (lookup != Lookup.EXACT) {
                    throw noSuch(left, "the lookup '" + lookup.word() + "'");
                }
                yield equal(left, right);
            }
            case Node.IsNull(Node.Field operand, var expected) when parted(operand) ->
                    isNull(operand, expected);
            case Node.In(Node.Field operand, var values) when parted(operand) ->
                    among(operand, values);
            case Node.InQuery(Node.Field operand, var query) when parted(operand) ->
                    amongRows(operand, query);
            case Node.Range(Node.Field operand, var _, var _) when parted(operand) ->
                    throw noSuch(operand, "a range");
            default -> null;
        };
    }

    private boolean parted(Node.Field field) {
        return !operands.place(field).parts().isEmpty();
    }

    private static QueryException noSuch(Node.Field field, String what) {
        return new QueryException(
                Problem.of(
                                "orm.E261",
                                "'"
                                        + field.path()
                                        + "' is a key of several columns: "
                                        + what
                                        + " says nothing about it.")
                        .because("Such keys are equal, among some, or NULL.")
                        .fixedBy("Compare one of its parts."));
    }

    private Fragment equal(Node.Field left, Node right) {
        List<Fragment> all = new ArrayList<>();
        List<Fragment> ours = columns(left);
        List<Fragment> theirs = values(left, right);
        if (ours.size() != theirs.size()) {
            throw noSuch(left, "a key of " + theirs.size() + " columns");
        }
        for (int i = 0; i < ours.size(); i++) {
            all.add(Fragment.concat(ours.get(i), theirs.get(i).wrapped(" = ", "")));
        }
        return Fragment.join(" AND ", all).wrapped("(", ")");
    }

    /// {@return the columns of a key}
    private List<Fragment> columns(Node.Field field) {
        return operands.place(field).all().stream()
                .map(part -> Fragment.of(operands.scope().sql(part)))
                .toList();
    }

    /// {@return the parts of what meets a key, one for each of its columns}
    List<Fragment> values(Node.Field meets, Node value) {
        return switch (value) {
            case Node.Field field -> columns(field);
            case Node.Outer(var path, var steps) -> {
                Scope outer = operands.scope().outer(steps, path);
                if (!(Names.named(outer.query(), path) instanceof Node.Field field)) {
                    throw noSuch(meets, "an expression");
                }
                yield new CompositeKeys(new Operands(outer, null)).columns(field);
            }
            case Node.Param(int number, var _, var _) -> uses(meets, number, false);
            default -> throw noSuch(meets, "an expression");
        };
    }

    private List<Fragment> uses(Node.Field meets, int number, boolean several) {
        List<Fragment> all = new ArrayList<>();
        List<Scope.Place> places = operands.place(meets).all();
        for (int i = 0; i < places.size(); i++) {
            Scope.Place place = places.get(i);
            ValueType type = Types.ofColumn(place.model(), place.number());
            boolean secret = place.model().columns().get(place.number()).secret();
            var whole = new ValueUse(number, type.sql(), type.codec(), null, secret);
            all.add(Fragment.value((several ? whole.several() : whole).part(i)));
        }
        return all;
    }

    private Fragment isNull(Node.Field operand, boolean expected) {
        List<Fragment> all =
                columns(operand).stream()
                        .map(column -> column.wrapped("", expected ? " IS NULL" : " IS NOT NULL"))
                        .toList();
        return Fragment.join(expected ? " OR " : " AND ", all).wrapped("(", ")");
    }

    private Fragment among(Node.Field operand, List<? extends Object> values) {
        if (values.isEmpty()) {
            return Fragment.NEVER;
        }
        Fragment key = row(columns(operand));
        if (values.getFirst() instanceof Node.Param(int number, var marked, var _)
                && Parametrized.ARRAY.equals(marked)) {
            Fragment arrays = Fragment.join(", ", uses(operand, number, true));
            return Fragment.concat(key, arrays.wrapped(" IN (SELECT * FROM UNNEST(", "))"));
        }
        List<Fragment> rows = new ArrayList<>(values.size());
        for (Object value : values) {
            rows.add(row(values(operand, (Node) value)));
        }
        boolean listed = operands.scope().dialect().name().equals("sqlite");
        return Fragment.concat(
                key, Fragment.join(", ", rows).wrapped(listed ? " IN (VALUES " : " IN (", ")"));
    }

    private Fragment amongRows(Node.Field operand, Select query) {
        Fragment rows = operands.subquery(query, false);
        if (rows.never()) {
            return rows;
        }
        // MariaDB refuses LIMIT directly behind IN.
        Fragment inside = query.sliced() ? rows.wrapped("SELECT * FROM (", ") sliced") : rows;
        return Fragment.concat(row(columns(operand)), inside.wrapped(" IN (", ")"));
    }

    private static Fragment row(List<Fragment> parts) {
        return Fragment.join(", ", parts).wrapped("(", ")");
    }

    /// {@return the columns of a key as the left side of a comparison with rows}
    static String row(Dialect dialect, List<String> columns) {
        String all = columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
        return columns.size() == 1 ? all : "(" + all + ")";
    }
}
