package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;

/// Values over all rows of a query: directly, or over the query as a table where it groups, cuts or
/// merges rows itself. Django: `Query.get_aggregation`.
final class Summaries {

    private final Dialect dialect;
    private final Scope scope;
    private boolean empty;

    Summaries(Dialect dialect, Scope scope) {
        this.dialect = dialect;
        this.scope = scope;
    }

    Fragment of(Select query, List<Node> aggregates, List<Plan.Output> outputs) {
        for (Node aggregate : aggregates) {
            outputs.add(Plan.Output.of(new Operands(scope, null).type(aggregate)));
        }
        boolean inside =
                query.sliced()
                        || query.distinct()
                        || !query.extras().distinctOn().isEmpty()
                        || query.extras().combined() != null
                        || query.extras().group() != null
                        || Contents.aggregates(query)
                        || query.steps().stream().anyMatch(s -> Contents.windows(query, s));
        return inside ? overTable(query, aggregates) : direct(query, aggregates);
    }

    /// {@return whether it is known that there are no rows}
    boolean empty() {
        return empty;
    }

    private Fragment direct(Select query, List<Node> aggregates) {
        List<Select.Column> columns = new ArrayList<>();
        aggregates.forEach(node -> columns.add(new Select.Column(null, node)));
        Select plain =
                new Select(
                        query.model(),
                        query.steps(),
                        List.of(),
                        0,
                        null,
                        false,
                        List.of(),
                        columns,
                        query.none(),
                        query.extras().locking(null).loaded(null));
        var compiler = new SelectCompiler(dialect, scope);
        Fragment sql = compiler.select(plain);
        empty = compiler.empty();
        return sql;
    }

    private Fragment overTable(Select query, List<Node> aggregates) {
        List<Node> inside = new ArrayList<>();
        List<Select.Column> columns = query.columns();
        if (columns == null) {
            for (FieldState key : query.model().keyFields()) {
                inside.add(new Node.Field(FieldPath.of(key.name())));
            }
        } else {
            columns.forEach(column -> inside.add(column.value()));
        }
        Scope around = scope.beside(query);
        String table = scope.nextAlias();
        List<Node> outside = new ArrayList<>();
        for (Node aggregate : aggregates) {
            outside.add(lifted(aggregate, inside));
        }
        for (int i = 0; i < inside.size(); i++) {
            around.name("c" + i, Fragment.of(dialect.quote(table) + ".c" + i));
        }
        Fragment rows = rows(query, inside);
        List<Fragment> values = new Operands(around, null).all(outside);
        return Fragment.concat(
                Fragment.join(", ", values).wrapped("SELECT ", " FROM ("),
                rows.wrapped("", ") " + dialect.quote(table)));
    }

    private Fragment rows(Select query, List<Node> inside) {
        if (query.extras().combined() != null) {
            return new Combining(dialect, scope).derived(query);
        }
        var compiler = new SelectCompiler(dialect, scope);
        Fragment sql = compiler.derived(query.with(query.extras().locking(null)), inside);
        empty = compiler.empty();
        return sql;
    }

    /// What an aggregate is made of becomes a column of the table.
    private static Node lifted(Node node, List<Node> inside) {
        return switch (node) {
            case Node.Param _ -> node;
            case Node.Field _, Node.Ref _, Node.Outer _ -> column(node, inside);
            default -> node.map(part -> lifted(part, inside));
        };
    }

    private static Node column(Node node, List<Node> inside) {
        int at = inside.indexOf(node);
        if (at < 0) {
            inside.add(node);
            at = inside.size() - 1;
        }
        return new Node.Ref("c" + at);
    }
}
