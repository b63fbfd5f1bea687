package dev.quintet.orm.sql;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes a SELECT from a query's shape: its steps are taken in their order, since joins depend on
/// it, and its parts are put together in the order in which SQL wants them. Django: `SQLCompiler`.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class SelectCompiler {

    private final Dialect dialect;
    private final Scope scope;
    private final Operands plain;
    private final List<Plan.Output> outputs = new ArrayList<>();
    private final List<Fragment> where = new ArrayList<>();
    private final List<Fragment> having = new ArrayList<>();
    private final List<Node> havingNodes = new ArrayList<>();
    private final List<Node> qualify = new ArrayList<>();

    SelectCompiler(Dialect dialect, Scope scope) {
        this.dialect = dialect;
        this.scope = scope;
        this.plain = new Operands(scope, null);
    }

    List<Plan.Output> outputs() {
        return outputs;
    }

    /// {@return whether it is known that there are no rows}
    boolean empty() {
        return scope.query().none() || where.contains(Fragment.NEVER);
    }

    /// {@return the statement that loads the rows}
    Fragment select(Select query) {
        if (query.extras().combined() != null) {
            return new Combining(dialect, scope).select(query, outputs);
        }
        steps(query);
        return full(query);
    }

    private Fragment full(Select query) {
        List<Fragment> columns =
                query.columns() == null ? entityColumns(query) : valueColumns(query);
        List<Ordering> ordering = orderings(query);
        return qualify.isEmpty()
                ? statement(query, columns, ordering, true)
                : qualified(query, columns, ordering);
    }

    /// {@return the statement that works out values over all rows}
    Fragment summary(Select query, List<Node> aggregates) {
        var summaries = new Summaries(dialect, scope);
        Fragment sql = summaries.of(query, aggregates, outputs);
        if (summaries.empty()) {
            where.add(Fragment.NEVER);
        }
        return sql;
    }

    /// {@return the statement that tells whether there are rows}
    Fragment exists(Select query) {
        if (query.extras().combined() != null) {
            Fragment all = new Combining(dialect, scope).select(query, new ArrayList<>());
            return Fragment.concat(
                    all.wrapped("SELECT 1 AS one FROM (", ") found"),
                    Fragment.of(dialect.limitClause("1", null)));
        }
        steps(query);
        if (!qualify.isEmpty()) {
            return Fragment.concat(
                    full(query).wrapped("SELECT 1 AS one FROM (", ") found"),
                    Fragment.of(dialect.limitClause("1", null)));
        }
        List<Ordering> order = query.sliced() ? orderings(query) : List.of();
        Fragment one = statement(query, List.of(Fragment.of("1 AS one")), order, true);
        return query.limit() == null
                ? Fragment.concat(
                        one, Fragment.of(query.offset() > 0 ? "" : dialect.limitClause("1", null)))
                : one;
    }

    /// {@return the statement inside another one's parentheses; {@link Fragment#NEVER} where it is
    /// known to have no rows}
    Fragment subquery(Select query, boolean onlyWhether) {
        if (query.extras().combined() != null) {
            return new Combining(dialect, scope).select(query, new ArrayList<>());
        }
        steps(query);
        boolean summary = query.extras().group() == null && aggregates(query);
        if (empty() && !summary) {
            return Fragment.NEVER;
        }
        if (!qualify.isEmpty()) {
            return full(query.columns() == null ? query.selecting(keyNodes()) : query);
        }
        List<Ordering> order = query.sliced() ? orderings(query) : List.of();
        if (onlyWhether) {
            return statement(query, List.of(Fragment.of("1")), order, true);
        }
        List<Fragment> columns =
                query.columns() == null
                        ? key().stream().map(part -> Fragment.of(scope.sql(part))).toList()
                        : valueColumns(query);
        return statement(query, columns, order, true);
    }

    /// {@return the rows of these values, named `c0`, `c1` and so on, in no order that matters}
    Fragment derived(Select query, List<Node> nodes) {
        steps(query);
        List<Fragment> columns = new ArrayList<>();
        for (Node node : nodes) {
            columns.add(plain.operand(node));
        }
        boolean ordered = query.sliced() || !query.extras().distinctOn().isEmpty();
        List<Ordering> order = ordered ? orderings(query) : List.of();
        if (!qualify.isEmpty()) {
            return qualified(query, columns, order);
        }
        return statement(query, named(columns, "c"), order, true);
    }

    private static List<Fragment> named(List<Fragment> columns, String letter) {
        List<Fragment> named = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            named.add(columns.get(i).wrapped("", " AS " + letter + i));
        }
        return named;
    }

    /// Takes the steps in their order: what is joined by one is there for the next.
    private void steps(Select query) {
        if (query.none()) {
            where.add(Fragment.NEVER);
        }
        for (Node step : query.steps()) {
            switch (step) {
                case Node.Annotate(var name, var value, var _) ->
                        scope.name(name, plain.operand(value));
                case Node.Touch(var paths) -> paths.forEach(this::touch);
                case Node.Relate _ -> {
                    // Joined where a path goes that way.
                }
                default -> filter(step);
            }
        }
    }

    private void touch(Node node) {
        if (node instanceof Node.Field(var path)) {
            scope.resolve(path, null);
        }
    }

    private void filter(Node condition) {
        List<Node> parts = condition instanceof Node.And(var all) ? all : List.of(condition);
        List<Node> rows = new ArrayList<>();
        List<Node> groups = new ArrayList<>();
        for (Node part : parts) {
            if (Contents.windows(scope.query(), part)) {
                qualify.add(part);
            } else {
                (Contents.aggregates(scope.query(), part) ? groups : rows).add(part);
            }
        }
        if (!rows.isEmpty()) {
            Fragment met =
                    Filters.filter(scope, rows.size() == 1 ? rows.getFirst() : new Node.And(rows));
            if (!met.always()) {
                where.add(met);
            }
        }
        for (Node group : groups) {
            having.add(Filters.filter(scope, group));
            havingNodes.add(group);
        }
    }

    private Fragment statement(
            Select query, List<Fragment> asked, List<Ordering> ordering, boolean whole) {
        List<Fragment> columns = new ArrayList<>(asked);
        List<Fragment> keys = new ArrayList<>();
        for (Ordering key : ordering) {
            keys.add(key(query, columns, key));
        }
        List<Fragment> parts = new ArrayList<>();
        List<Fragment> groups =
                aggregates(query) || query.extras().group() != null
                        ? new Groups(scope, plain).of(query, asked, ordering, havingNodes)
                        : List.of();
        parts.add(distinct(query));
        parts.add(Fragment.join(", ", columns));
        parts.add(scope.from());
        clause(
                parts,
                " WHERE ",
                " AND ",
                where.contains(Fragment.NEVER) ? List.of(Fragment.NEVER) : where);
        clause(parts, " GROUP BY ", ", ", groups);
        clause(parts, " HAVING ", " AND ", having);
        clause(parts, " ORDER BY ", ", ", keys);
        if (whole) {
            parts.add(limits(query));
            parts.add(Fragment.of(Locks.clause(dialect, scope, query)));
        }
        return Fragment.join("", parts);
    }

    private Fragment distinct(Select query) {
        List<Node> on = query.extras().distinctOn();
        if (on.isEmpty()) {
            return Fragment.of(query.distinct() ? "SELECT DISTINCT " : "SELECT ");
        }
        dialect.require(Feature.DISTINCT_ON);
        return Fragment.join(", ", plain.all(on)).wrapped("SELECT DISTINCT ON (", ") ");
    }

    /// A key that holds values is told by its column's number: twice the same `?` is not the same.
    /// A key of distinct rows must be one of their columns.
    private Fragment key(Select query, List<Fragment> columns, Ordering key) {
        Fragment by = plain.operand(key.by());
        if (key.by() instanceof Node.Param) {
            return by.wrapped("(SELECT ", ")");
        }
        int at = columns.indexOf(by);
        boolean once = query.distinct() && query.extras().distinctOn().isEmpty();
        if (at < 0
                && once
                && !(key.by() instanceof Node.Call(var name, var _) && name.equals("random"))) {
            columns.add(by);
            at = columns.size() - 1;
        }
        boolean numbered = at >= 0 && !by.values().isEmpty() && key.nullsFirst() == null;
        return numbered
                ? Fragment.of((at + 1) + (key.descending() ? " DESC" : " ASC"))
                : plain.sorted(by, key);
    }

    static void clause(List<Fragment> parts, String word, String between, List<Fragment> all) {
        if (!all.isEmpty()) {
            parts.add(Fragment.join(between, all).wrapped(word, ""));
        }
    }

    /// Rows that are chosen by what a window worked out: the windows come first, in a query inside.
    private Fragment qualified(Select query, List<Fragment> columns, List<Ordering> ordering) {
        List<Fragment> inside = new ArrayList<>(named(columns, "c"));
        String alias = scope.nextAlias();
        String table = dialect.quote(alias) + ".";
        Scope around = scope.beside(query);
        List<Node> conditions = new ArrayList<>();
        int[] next = {0};
        for (Node condition : qualify) {
            conditions.add(
                    hidden(
                            condition,
                            node -> {
                                String name = "q" + next[0]++;
                                inside.add(plain.operand(node).wrapped("", " AS " + name));
                                around.name(name, Fragment.of(table + name));
                                return new Node.Ref(name);
                            }));
        }
        List<Fragment> keys = new ArrayList<>();
        for (int i = 0; i < ordering.size(); i++) {
            inside.add(plain.operand(ordering.get(i).by()).wrapped("", " AS o" + i));
            keys.add(plain.sorted(Fragment.of(table + "o" + i), ordering.get(i)));
        }
        Fragment rows = statement(query, inside, List.of(), false);
        var names = new ArrayList<Fragment>();
        for (int i = 0; i < columns.size(); i++) {
            names.add(Fragment.of(table + "c" + i + " AS c" + i));
        }
        List<Fragment> parts = new ArrayList<>();
        parts.add(Fragment.join(", ", names).wrapped("SELECT ", " FROM ("));
        parts.add(rows.wrapped("", ") " + dialect.quote(alias)));
        List<Fragment> met = new ArrayList<>();
        for (Node condition : conditions) {
            met.add(Filters.filter(around, condition));
        }
        clause(parts, " WHERE ", " AND ", met);
        clause(parts, " ORDER BY ", ", ", keys);
        parts.add(limits(query));
        return Fragment.join("", parts);
    }

    private static Node hidden(Node node, UnaryOperator<Node> column) {
        return switch (node) {
            case Node.Param _ -> node;
            case Node.And _,
                    Node.Or _,
                    Node.Xor _,
                    Node.Not _,
                    Node.Truth _,
                    Node.Compare _,
                    Node.IsNull _,
                    Node.In _,
                    Node.Range _ ->
                    node.map(part -> hidden(part, column));
            default -> column.apply(node);
        };
    }

    private List<Fragment> entityColumns(Select query) {
        var columns = new ArrayList<>(columnsOf(scope.root(), null, FieldPath.ROOT, query));
        for (FieldPath path : JoinedPaths.expand(query.joined())) {
            Join join = scope.joinTo(path);
            columns.addAll(columnsOf(modelOf(join), join, path, query));
        }
        for (Select.Annotation annotation : query.annotations()) {
            columns.add(plain.operand(new Node.Ref(annotation.name())));
            outputs.add(outputOf(annotation.value()));
        }
        return columns;
    }

    private static ModelMapping<?> modelOf(Join join) {
        ModelMapping<?> model = join.model;
        if (model == null) {
            throw new IllegalStateException(join.table + " has no model.");
        }
        return model;
    }

    private List<Fragment> columnsOf(
            ModelMapping<?> model, @Nullable Join join, FieldPath path, Select query) {
        var columns = new ArrayList<Fragment>();
        for (int number : LoadedColumns.of(model, path, query.extras().loaded())) {
            columns.add(Fragment.of(scope.sql(scope.place(join, model, number))));
        }
        return columns;
    }

    private List<Fragment> valueColumns(Select query) {
        var columns = new ArrayList<Fragment>();
        for (Select.Column column : Objects.requireNonNull(query.columns())) {
            columns.add(plain.operand(column.value()));
            outputs.add(outputOf(column.value()));
        }
        return columns;
    }

    private Plan.Output outputOf(Node node) {
        return Plan.Output.of(plain.type(node));
    }

    private List<Ordering> orderings(Select query) {
        if (query.order() != null) {
            return query.order();
        }
        // Django: what a model is ordered by itself must not split groups.
        if (query.extras().group() != null || aggregates(query)) {
            return List.of();
        }
        List<Ordering> own = new ArrayList<>();
        for (String key : query.model().state().ordering()) {
            own.addAll(Names.ordering(query, key));
        }
        return own;
    }

    private static boolean aggregates(Select query) {
        return Contents.aggregates(query);
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

    private List<Scope.Place> key() {
        return scope.resolve(FieldPath.ROOT, null).all();
    }

    private List<Node> keyNodes() {
        return scope.root().keyFields().stream()
                .<Node>map(field -> new Node.Field(FieldPath.of(field.name())))
                .toList();
    }
}
