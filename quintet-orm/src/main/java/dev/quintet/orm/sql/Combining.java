package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.tree.Extras;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Several queries as one: UNION, INTERSECT, EXCEPT. What is ordered is told by its column's
/// number, since the rows belong to no table.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class Combining {

    private final Dialect dialect;
    private final Scope scope;

    Combining(Dialect dialect, Scope scope) {
        this.dialect = dialect;
        this.scope = scope;
    }

    Fragment select(Select query, List<Plan.Output> outputs) {
        Fragment all = combined(query, outputs, false);
        List<Fragment> keys = new ArrayList<>();
        for (Ordering key : orders(query)) {
            keys.add(
                    Fragment.of(
                            dialect.orderBy(
                                    column(query, key), key.descending(), key.nullsFirst())));
        }
        List<Fragment> parts = new ArrayList<>();
        if (keys.isEmpty() && !query.sliced()) {
            return all;
        }
        parts.add(all.wrapped("SELECT * FROM (", ") combined"));
        SelectCompiler.clause(parts, " ORDER BY ", ", ", keys);
        parts.add(limits(query));
        return Fragment.join("", parts);
    }

    /// {@return the rows with their columns named `c0`, `c1` and so on}
    Fragment derived(Select query) {
        Fragment all = combined(query, new ArrayList<>(), true);
        return query.sliced()
                ? Fragment.concat(all.wrapped("SELECT * FROM (", ") combined"), limits(query))
                : all;
    }

    private static List<Ordering> orders(Select query) {
        return query.order() == null ? List.of() : query.order();
    }

    private Fragment combined(Select query, List<Plan.Output> outputs, boolean named) {
        Extras.Combined combined = Objects.requireNonNull(query.extras().combined());
        List<Fragment> parts = new ArrayList<>();
        for (Select part : combined.parts()) {
            Select columned = part(query, part);
            var compiler = new SelectCompiler(dialect, scope.beside(columned));
            Fragment rows =
                    named && parts.isEmpty() && columned.extras().combined() == null
                            ? compiler.derived(columned, nodes(columned))
                            : compiler.select(columned);
            if (compiler.empty()) {
                if (combined.how() == Extras.Combination.EXCEPT && !parts.isEmpty()) {
                    continue;
                }
                if (combined.how() == Extras.Combination.UNION
                        || combined.how() == Extras.Combination.UNION_ALL) {
                    if (outputs.isEmpty()) {
                        outputs.addAll(compiler.outputs());
                    }
                    if (combined.parts().size() > 1
                            && (!parts.isEmpty() || later(combined, part))) {
                        continue;
                    }
                }
            }
            if (outputs.isEmpty()) {
                outputs.addAll(compiler.outputs());
            }
            boolean wrapped =
                    columned.sliced()
                            || columned.extras().combined() != null
                            || (columned.order() == null
                                    && !columned.model().state().ordering().isEmpty());
            parts.add(wrapped ? rows.wrapped("SELECT * FROM (", ") t" + parts.size() + "x") : rows);
        }
        return Fragment.join(" " + combined.how().sql() + " ", parts);
    }

    @SuppressWarnings("ReferenceEquality") // the very part, of several that may be equal
    private static boolean later(Extras.Combined combined, Select part) {
        return combined.parts().getLast() != part;
    }

    private static List<Node> nodes(Select query) {
        List<Node> nodes = new ArrayList<>();
        if (query.columns() == null) {
            query.model()
                    .columns()
                    .forEach(field -> nodes.add(new Node.Field(FieldPath.of(field.name()))));
        } else {
            query.columns().forEach(column -> nodes.add(column.value()));
        }
        return nodes;
    }

    /// Columns asked for after the queries were put together are asked of each of them.
    private static Select part(Select query, Select part) {
        Select plain = part.sliced() ? part : part.orderBy(List.of());
        List<Select.Column> asked = query.columns();
        return asked == null || (part.columns() != null && asked.size() == part.columns().size())
                ? plain
                : plain.selectingColumns(asked);
    }

    private String column(Select query, Ordering key) {
        Select first = Objects.requireNonNull(query.extras().combined()).parts().getFirst();
        Select columned = part(query, first);
        int at = position(columned, key.by());
        if (at < 0) {
            throw new QueryException(
                    Problem.of("orm.E109", "Rows put together are ordered by their columns only.")
                            .because("The order names something that is not selected.")
                            .fixedBy("Name it in values() or select() of each query."));
        }
        return String.valueOf(at + 1);
    }

    private static int position(Select query, Node by) {
        List<Select.Column> columns = query.columns();
        if (columns == null) {
            return by instanceof Node.Field(FieldPath path) && path.names().size() == 1
                    ? query.model().number(path.names().getFirst())
                    : annotated(query, by);
        }
        for (int i = 0; i < columns.size(); i++) {
            Select.Column column = columns.get(i);
            boolean sameName =
                    switch (by) {
                        case Node.Ref(var name) -> name.equals(column.name());
                        case Node.Field(var path) -> path.toString().equals(column.name());
                        default -> false;
                    };
            if (column.value().equals(by) || sameName) {
                return i;
            }
        }
        return -1;
    }

    private static int annotated(Select query, Node by) {
        List<Select.Annotation> shown = query.annotations();
        for (int i = 0; i < shown.size(); i++) {
            if (by.equals(new Node.Ref(shown.get(i).name()))) {
                return query.model().columns().size() + i;
            }
        }
        return -1;
    }

    private Fragment limits(Select query) {
        var values = new ArrayList<ValueUse>();
        @Nullable String limit = null;
        @Nullable String offset = null;
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
}
