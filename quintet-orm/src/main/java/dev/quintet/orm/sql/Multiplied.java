package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Tells of counts and sums over several relations to many rows: each row of the one is joined to
/// each of the other, and counted as often. Django documents it, and leaves it to its users.
final class Multiplied {

    private static final System.Logger LOG = Loggers.of(Multiplied.class);
    private static final Set<String> COUNTING = Set.of("count", "sum", "avg");

    private Multiplied() {}

    /// Warns once for each shape of a query.
    static void warn(Select query, List<Node> further) {
        List<Node> values = new ArrayList<>(further);
        for (Node step : query.steps()) {
            if (step instanceof Node.Annotate(var _, var value, var _)) {
                values.add(value);
            }
        }
        if (query.columns() != null) {
            query.columns().forEach(column -> values.add(column.value()));
        }
        Set<String> counted = new LinkedHashSet<>();
        Set<String> joined = new TreeSet<>();
        for (Node value : values) {
            collect(query, value, counted, joined);
        }
        if (!counted.isEmpty() && joined.size() > 1) {
            Problem told =
                    Problem.of(
                                    "orm.W242",
                                    "A query of "
                                            + query.model().state().label()
                                            + " counts over several relations to many rows: "
                                            + String.join(", ", joined)
                                            + ".")
                            .because(
                                    "Each row of the one is counted as often as there are rows of the other.")
                            .fixedBy("Count distinct values, or by a subquery for each.");
            LOG.log(System.Logger.Level.WARNING, told::toString);
        }
    }

    private static void collect(Select query, Node node, Set<String> counted, Set<String> joined) {
        if (node instanceof Node.Aggregate aggregate) {
            for (Node arg : aggregate.args()) {
                if (arg instanceof Node.Field(var path)) {
                    String way = toMany(query, path.names());
                    if (!way.isEmpty()) {
                        joined.add(way);
                        if (!aggregate.distinct() && COUNTING.contains(aggregate.function())) {
                            counted.add(way);
                        }
                    }
                }
            }
            return;
        }
        if (node instanceof Node.Scalar || node instanceof Node.Exists) {
            return;
        }
        node.map(part -> {
            collect(query, part, counted, joined);
            return part;
        });
    }

    /// {@return the names up to the last relation to many rows; empty where there is none}
    private static String toMany(Select query, List<String> names) {
        var model = query.model();
        int last = 0;
        for (int i = 0; i < names.size(); i++) {
            ModelRelation relation = model.relation(names.get(i));
            if (relation == null) {
                break;
            }
            last = relation.many() ? i + 1 : last;
            model = relation.target().get();
        }
        return String.join("__", names.subList(0, last));
    }
}
