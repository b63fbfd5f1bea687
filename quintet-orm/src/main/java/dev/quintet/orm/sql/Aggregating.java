package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import java.util.ArrayList;
import java.util.List;

/// Aggregates as SQL, with what filters and orders the rows that they are made of.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class Aggregating {

    private Aggregating() {}

    static Fragment of(Operands around, Node.Aggregate aggregate) {
        // An aggregate shares all joins, those of filters too. Django: resolve_ref without reuse.
        var operands = new Operands(around.scope(), null);
        Words words = operands.words();
        List<Fragment> args = args(operands, aggregate);
        Node filter = aggregate.filter();
        String behind = "";
        Fragment met = filter == null ? null : Filters.truth(operands.scope(), filter, null);
        if (met != null && met.always()) {
            met = null;
        }
        if (met != null && !words.filterClause()) {
            Fragment taken = args.isEmpty() ? Fragment.of("1") : args.removeFirst();
            args.addFirst(
                    Fragment.concat(
                            met.wrapped("CASE WHEN ", " THEN "), taken.wrapped("", " END")));
            met = null;
        }
        Fragment call = call(operands, aggregate, args);
        if (met != null) {
            call = Fragment.concat(call, met.wrapped(" FILTER (WHERE ", ")"));
        }
        Node otherwise = aggregate.otherwise();
        return otherwise == null
                ? call
                : Fragment.concat(
                        call.wrapped("COALESCE(", ", "),
                        operands.value(otherwise, bare(aggregate)).wrapped("", behind + ")"));
    }

    /// Rows with a composite key are counted by its first column: no part of a key is NULL.
    private static List<Fragment> args(Operands operands, Node.Aggregate aggregate) {
        boolean rows =
                aggregate.function().equals("count")
                        && !aggregate.distinct()
                        && aggregate.args().size() == 1
                        && aggregate.args().getFirst() instanceof Node.Field;
        if (!rows) {
            return new ArrayList<>(operands.all(aggregate.args()));
        }
        Scope.Place place = operands.place((Node.Field) aggregate.args().getFirst());
        return new ArrayList<>(List.of(Fragment.of(operands.scope().sql(place))));
    }

    private static Node bare(Node.Aggregate aggregate) {
        return new Node.Aggregate(
                aggregate.function(), aggregate.args(), false, null, List.of(), null);
    }

    private static Fragment call(Operands operands, Node.Aggregate aggregate, List<Fragment> args) {
        Words words = operands.words();
        String function = aggregate.function();
        boolean lists =
                switch (function) {
                    case "string_agg", "array_agg", "json_array_agg" -> true;
                    default -> false;
                };
        if (lists) {
            List<Ordering> keys = aggregate.order();
            Fragment order =
                    keys.isEmpty()
                            ? Fragment.of("")
                            : operands.order(keys).wrapped(" ORDER BY ", "");
            return words.listing(function, args, aggregate.distinct(), order);
        }
        if (args.isEmpty()) {
            args.add(Fragment.of("*"));
        }
        if (aggregate.distinct()) {
            args.set(0, args.getFirst().wrapped("DISTINCT ", ""));
        }
        return words.call(function, args, operands.types(aggregate.args()));
    }
}
