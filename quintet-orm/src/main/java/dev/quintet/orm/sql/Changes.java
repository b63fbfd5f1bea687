package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;

/// Which rows a statement changes.
///
/// Rows that are told by other tables, or by their number, are found first: the inner query is
/// wrapped once more because MariaDB refuses to read the table that it changes.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class Changes {

    private Changes() {}

    /// {@return ` WHERE ...`, or nothing; {@link Fragment#NEVER} where there are no such rows}
    static Fragment condition(Dialect dialect, Select query) {
        if (query.none()) {
            return Fragment.NEVER;
        }
        boolean narrowed = query.steps().stream().anyMatch(Changes::filters);
        if (!narrowed && !query.sliced()) {
            return Fragment.of("");
        }
        boolean plain =
                !query.sliced()
                        && query.extras().combined() == null
                        && !query.distinct()
                        && !Contents.aggregates(query)
                        && query.steps().stream().noneMatch(s -> Contents.windows(query, s));
        if (plain) {
            Scope own = Scope.ofTable(query, dialect);
            var operands = new Operands(own, null);
            List<Fragment> all = new ArrayList<>();
            for (Node step : query.steps()) {
                if (step instanceof Node.Annotate(var name, var value, var _)) {
                    own.name(name, operands.operand(value));
                } else if (filters(step)) {
                    all.add(Filters.filter(own, step));
                }
            }
            Fragment met = Junctions.allOf(all);
            if (met.never()) {
                return met;
            }
            if (!own.hasJoins()) {
                return met.always() ? Fragment.of("") : met.wrapped(" WHERE ", "");
            }
        }
        List<String> columns = query.model().keyFields().stream().map(FieldState::column).toList();
        String key = CompositeKeys.row(dialect, columns);
        Fragment keys =
                new SelectCompiler(dialect, Scope.of(query, dialect))
                        .subquery(query.selectingColumns(null), false);
        return keys.never()
                ? keys
                : keys.wrapped(" WHERE " + key + " IN (SELECT * FROM (", ") found)");
    }

    private static boolean filters(Node step) {
        return !(step instanceof Node.Annotate)
                && !(step instanceof Node.Touch)
                && !(step instanceof Node.Relate);
    }

    /// Gives a query's named values their names, where the values to be saved use them.
    static void names(Scope own, Operands operands, List<Node> values) {
        for (Node step : own.query().steps()) {
            if (step instanceof Node.Annotate(var name, var value, var _)
                    && uses(own.query(), values, name)) {
                own.name(name, operands.operand(value));
            }
        }
    }

    private static boolean uses(Select query, List<Node> values, String name) {
        for (Node value : values) {
            boolean found =
                    value.any(node ->
                            node instanceof Node.Ref(var known)
                                    && (known.equals(name) || leads(query, known, name)));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean leads(Select query, String from, String to) {
        Node value = query.annotation(from);
        return value != null && uses(query, List.of(value), to);
    }
}
