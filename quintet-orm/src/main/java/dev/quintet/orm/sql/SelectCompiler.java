package dev.quintet.orm.sql;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookups;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a SELECT from a query's shape: its parts are made in the order in which joins must be
/// known, and put together in the order in which SQL wants them.
final class SelectCompiler {

    private final Dialect dialect;
    private final Scope scope;
    private final Conditions plain;
    private final List<Plan.Output> outputs = new ArrayList<>();
    private final List<Fragment> where = new ArrayList<>();
    private final List<Fragment> having = new ArrayList<>();

    SelectCompiler(Dialect dialect, Scope scope) {
        this.dialect = dialect;
        this.scope = scope;
        this.plain = new Conditions(scope, dialect, Scope.NO_CALL);
    }

    List<Plan.Output> outputs() {
        return outputs;
    }

    /// {@return the statement that loads the rows}
    Fragment select(Select query) {
        split(query);
        List<Fragment> columns =
                query.columns() == null ? entityColumns(query) : valueColumns(query.columns());
        return statement(query, columns, orderings(query));
    }

    /// {@return the statement that counts the rows}
    Fragment count(Select asked) {
        // Neither rows that are loaded along nor an order change how many there are.
        Select joinless = asked.columns() == null ? asked.joining(List.of()) : asked;
        Select query = joinless.sliced() ? joinless : joinless.orderBy(List.of());
        split(query);
        boolean simple = !query.sliced() && !query.distinct() && !aggregates(query);
        if (simple) {
            return statement(query, List.of(Fragment.of("COUNT(*)")), List.of());
        }
        List<Fragment> columns =
                query.columns() == null
                        ? List.of(Fragment.of(scope.sql(key())))
                        : valueColumns(query.columns());
        List<Ordering> order = query.sliced() ? orderings(query) : List.of();
        return numbered(columns, query, order).wrapped("SELECT COUNT(*) FROM (", ") counted");
    }

    private Fragment numbered(List<Fragment> columns, Select query, List<Ordering> order) {
        List<Fragment> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(columns.get(i).wrapped("", " AS c" + i));
        }
        return statement(query, named, order);
    }

    /// {@return the statement that tells whether there are rows}
    Fragment exists(Select query) {
        split(query);
        Fragment one = statement(query, List.of(Fragment.of("1 AS one")), List.of());
        return query.limit() == null
                ? Fragment.concat(one, Fragment.of(dialect.limitClause("1", null)))
                : one;
    }

    /// {@return the statement inside another one's parentheses}
    Fragment subquery(Select query, boolean onlyWhether) {
        split(query);
        if (onlyWhether) {
            List<Ordering> order = query.sliced() ? orderings(query) : List.of();
            return statement(query, List.of(Fragment.of("1")), order);
        }
        List<Fragment> columns =
                query.columns() == null
                        ? List.of(Fragment.of(scope.sql(key())))
                        : valueColumns(query.columns());
        return statement(query, columns, query.sliced() ? orderings(query) : List.of());
    }

    private Fragment statement(Select query, List<Fragment> columns, List<Ordering> ordering) {
        List<Fragment> order = new ArrayList<>();
        for (Ordering one : ordering) {
            Fragment by = plain.operand(one.by(), false);
            order.add(
                    new Fragment(
                            dialect.orderBy(by.sql(), one.descending(), one.nullsFirst()),
                            by.values()));
        }
        var parts = new ArrayList<Fragment>();
        parts.add(Fragment.of(query.distinct() ? "SELECT DISTINCT " : "SELECT "));
        parts.add(Fragment.join(", ", columns));
        parts.add(Fragment.of(scope.from()));
        clause(parts, " WHERE ", " AND ", where);
        if (aggregates(query)) {
            clause(parts, " GROUP BY ", ", ", groups(query, ordering));
        }
        clause(parts, " HAVING ", " AND ", having);
        clause(parts, " ORDER BY ", ", ", order);
        parts.add(limits(query));
        if (query.locked()) {
            parts.add(Fragment.of(dialect.lockingClause()));
        }
        return Fragment.join("", parts);
    }

    private static void clause(
            List<Fragment> parts, String word, String between, List<Fragment> all) {
        if (!all.isEmpty()) {
            parts.add(Fragment.join(between, all).wrapped(word, ""));
        }
    }

    /// Filters come before columns, so that what is not a filter shares their joins.
    private void split(Select query) {
        if (query.none()) {
            where.add(Fragment.NEVER);
        }
        int call = 0;
        for (Node filter : query.filters()) {
            call++;
            List<Node> parts = filter instanceof Node.And(var all) ? all : List.of(filter);
            for (Node part : parts) {
                boolean grouped = Aggregates.in(part);
                var conditions = new Conditions(scope, dialect, grouped ? Scope.NO_CALL : call);
                Fragment one = grouped ? conditions.condition(part) : conditions.required(part);
                Fragment safe = part instanceof Node.Or ? one.wrapped("(", ")") : one;
                (grouped ? having : where).add(safe);
            }
        }
    }

    private List<Fragment> entityColumns(Select query) {
        var columns = new ArrayList<>(columnsOf(scope.root(), null));
        for (FieldPath path : JoinedPaths.expand(query.joined())) {
            Scope.Join join = scope.joinTo(path);
            columns.addAll(columnsOf(join.target, join));
        }
        for (Select.Annotation annotation : query.annotations()) {
            columns.add(plain.operand(annotation.value(), false));
            outputs.add(outputOf(annotation.value()));
        }
        return columns;
    }

    private List<Fragment> columnsOf(ModelMapping<?> model, Scope.@Nullable Join join) {
        var columns = new ArrayList<Fragment>();
        for (int number = 0; number < model.columns().size(); number++) {
            columns.add(Fragment.of(scope.sql(new Scope.Place(join, model, number))));
        }
        return columns;
    }

    private List<Fragment> valueColumns(List<Node> nodes) {
        var columns = new ArrayList<Fragment>();
        for (Node node : nodes) {
            columns.add(plain.operand(node, false));
            outputs.add(outputOf(node));
        }
        return columns;
    }

    private Plan.Output outputOf(Node node) {
        return switch (node) {
            case Node.Field(var path) -> {
                Scope.Place place = scope.resolve(path, Scope.NO_CALL);
                yield new Plan.Output(place.type(), place.codec());
            }
            case Node.Aggregate aggregate when aggregate.function().equals("count") ->
                    new Plan.Output(new SqlType.BigInt(), null);
            case Node.Aggregate aggregate when aggregate.function().equals("avg") ->
                    new Plan.Output(new SqlType.DoublePrecision(), null);
            case Node.Aggregate aggregate when aggregate.operand() != null ->
                    outputOf(aggregate.operand());
            case Node.Arithmetic(var _, var left, var right) ->
                    outputOf(left instanceof Node.Param ? right : left);
            case Node.Scalar(var query) when query.columns() != null ->
                    new SelectCompiler(dialect, scope.inner(query.model()))
                            .outputOf(query.columns().getFirst());
            case Node.Case(var branches, var _) -> outputOf(branches.getFirst().result());
            case Node.Call(var function, var args) when !function.equals("length") ->
                    args.isEmpty()
                            ? new Plan.Output(new SqlType.Text(), null)
                            : outputOf(args.getFirst());
            case Node.Call _ -> new Plan.Output(new SqlType.BigInt(), null);
            case Node.Compare _,
                    Node.IsNull _,
                    Node.In _,
                    Node.InQuery _,
                    Node.Range _,
                    Node.And _,
                    Node.Or _,
                    Node.Not _,
                    Node.Exists _ ->
                    new Plan.Output(new SqlType.Bool(), null);
            default -> new Plan.Output(new SqlType.Text(), null);
        };
    }

    private List<Ordering> orderings(Select query) {
        if (query.order() != null) {
            return query.order();
        }
        if (aggregates(query) && query.columns() != null) {
            return List.of();
        }
        return query.model().state().ordering().stream()
                .map(key -> Lookups.ordering(query.model(), key))
                .toList();
    }

    private static boolean aggregates(Select query) {
        boolean inColumns =
                query.columns() != null && query.columns().stream().anyMatch(Aggregates::in);
        boolean inOrder =
                query.order() != null
                        && query.order().stream().anyMatch(o -> Aggregates.in(o.by()));
        return inColumns
                || inOrder
                || query.annotations().stream().anyMatch(a -> Aggregates.in(a.value()))
                || query.filters().stream().anyMatch(Aggregates::in);
    }

    private List<Fragment> groups(Select query, List<Ordering> ordering) {
        Set<Fragment> groups = new LinkedHashSet<>();
        if (query.columns() == null) {
            groups.addAll(columnsOf(scope.root(), null));
            for (FieldPath path : JoinedPaths.expand(query.joined())) {
                Scope.Join join = scope.joinTo(path);
                groups.addAll(columnsOf(join.target, join));
            }
            query.annotations().forEach(a -> addGroup(groups, a.value()));
        } else {
            query.columns().forEach(column -> addGroup(groups, column));
        }
        ordering.forEach(one -> addGroup(groups, one.by()));
        return List.copyOf(groups);
    }

    private void addGroup(Set<Fragment> groups, Node node) {
        if (!Aggregates.in(node) && !(node instanceof Node.Param)) {
            groups.add(plain.operand(node, false));
        }
    }

    private Fragment limits(Select query) {
        var values = new ArrayList<ValueUse>();
        String limit = null;
        String offset = null;
        if (query.limit() != null) {
            limit = "?";
            values.add(ValueUse.plain((int) (query.limit() - 1)));
        }
        if (query.offset() > 0) {
            offset = "?";
            values.add(ValueUse.plain((int) (query.offset() - 1)));
        }
        return new Fragment(dialect.limitClause(limit, offset), values);
    }

    private Scope.Place key() {
        FieldState key = scope.root().key();
        return new Scope.Place(null, scope.root(), scope.root().number(key.name()));
    }
}
