package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.UnknownFieldException;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tables of one SELECT, and the names that they go by.
///
/// A relation to one row is joined once, however often it is named. A relation to many rows is
/// joined once for each call of filter that names it, and shared with what is not a filter: two
/// conditions of one call speak of the same row, those of two calls need not. Django:
/// `names_to_path`, `setup_joins`, `trim_joins`.
final class Scope {

    private final Select query;
    private final ModelMapping<?> root;
    private final String alias;
    private final @Nullable Scope outer;
    private final Dialect dialect;
    private final List<Join> joins = new ArrayList<>();
    private final Map<String, Fragment> named = new HashMap<>();
    private final int[] counter;
    private boolean joinless;
    private @Nullable Set<Join> watched;

    private Scope(
            Select query, String alias, @Nullable Scope outer, Dialect dialect, int[] counter) {
        this.query = query;
        this.root = query.model();
        this.alias = alias;
        this.outer = outer;
        this.dialect = dialect;
        this.counter = counter;
    }

    static Scope of(Select query, Dialect dialect) {
        return new Scope(query, "t0", null, dialect, new int[] {1});
    }

    /// The scope of a statement that changes a table, which goes by its own name there.
    static Scope ofTable(Select query, Dialect dialect) {
        return new Scope(query, query.model().state().table(), null, dialect, new int[] {0});
    }

    Scope inner(Select inner) {
        return new Scope(inner, nextAlias(), this, dialect, counter);
    }

    /// A second scope beside this one: of the query that this one's rows are taken from.
    Scope beside(Select other) {
        return new Scope(other, nextAlias(), outer, dialect, counter);
    }

    /// {@return the scope so many queries further out}
    Scope outer(int steps, FieldPath path) {
        Scope at = this;
        for (int i = 0; i < steps; i++) {
            if (at.outer == null) {
                throw new QueryException(
                        Problem.of("orm.E042", "outer(" + path + ") stands in no subquery.")
                                .fixedBy(
                                        "Put the query into exists(...) or subquery(...) of the"
                                                + " query that has the field."));
            }
            at = at.outer;
        }
        return at;
    }

    Select query() {
        return query;
    }

    ModelMapping<?> root() {
        return root;
    }

    Dialect dialect() {
        return dialect;
    }

    boolean hasJoins() {
        return !joins.isEmpty();
    }

    /// From here on, a path that leaves the table is an error.
    void refuseJoins() {
        joinless = true;
    }

    String nextAlias() {
        return "t" + counter[0]++;
    }

    /// Gives a value a name that later steps may use.
    void name(String name, Fragment value) {
        named.put(name, value);
    }

    /// {@return the value of a name, or `null`}
    @Nullable Fragment named(String name) {
        return named.get(name);
    }

    /// A column of a table of this scope.
    ///
    /// @param model whose field tells the type
    /// @param number of that field
    /// @param column in the table, which may be another one that holds the same value
    /// @param mayBeNull whether the field or the way to it may be missing
    /// @param parts the columns of a composite key, this one the first of them; else empty
    record Place(
            @Nullable Join join,
            ModelMapping<?> model,
            int number,
            String column,
            boolean mayBeNull,
            List<Place> parts) {

        /// {@return the columns: several for a composite key}
        List<Place> all() {
            return parts.isEmpty() ? List.of(this) : parts;
        }
    }

    /// {@return the only column at the end of a path}
    Place single(FieldPath path, @Nullable Set<Join> reuse) {
        Place place = resolve(path, reuse);
        if (place.parts().isEmpty()) {
            return place;
        }
        List<String> names =
                place.parts().stream()
                        .map(part -> part.model().columns().get(part.number()).name())
                        .toList();
        throw new QueryException(
                Problem.of("orm.E260", "'" + path + "' is a key of several columns.")
                        .because("It can be compared, joined and set, but is no single value.")
                        .fixedBy("Name one of its parts: " + String.join(", ", names) + "."));
    }

    String sql(Place place) {
        String table = place.join() == null ? alias : place.join().alias;
        return dialect.quote(table) + "." + dialect.quote(place.column());
    }

    Place place(@Nullable Join from, ModelMapping<?> model, int number) {
        List<Join.Hop> hops = new ArrayList<>(0);
        Steps.up(model, number, hops);
        Join join = from;
        for (Join.Hop hop : hops) {
            join = join(join, hop, (Set<Join>) null);
        }
        var field = model.columns().get(number);
        return new Place(join, model, number, field.column(), field.nullable(), List.of());
    }

    /// {@return the column at the end of a path}
    ///
    /// @param reuse the joins to many rows that may be shared, or `null` for all
    Place resolve(FieldPath path, @Nullable Set<Join> reuse) {
        List<Join.Hop> hops = new ArrayList<>(2);
        ModelMapping<?> model = root;
        List<String> names = path.names();
        List<FieldState> found = List.of();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean last = i == names.size() - 1;
            ModelRelation relation = model.relation(name);
            if (relation == null) {
                found = List.of(model.columns().get(numberOf(model, name)));
                if (!last) {
                    throw notARelation(model, name, path);
                }
            } else if (last && relation.kind() == ModelRelation.Kind.TO_ONE) {
                found = relation.fields(model);
            } else {
                Steps.over(model, relation, hops);
                named(name, hops);
                model = relation.target().get();
            }
        }
        if (found.isEmpty()) {
            found = model.keyFields();
        }
        return placed(found, model, hops, reuse, path);
    }

    private static int numberOf(ModelMapping<?> model, String name) {
        int number = name.equals("pk") ? model.number(model.key().name()) : model.number(name);
        if (number < 0) {
            throw new UnknownFieldException(model.state().name(), name, model.names());
        }
        return number;
    }

    /// The columns at the end of steps, of which the last are spared where the table before them
    /// has the same values.
    private Place placed(
            List<FieldState> fields,
            ModelMapping<?> model,
            List<Join.Hop> hops,
            @Nullable Set<Join> reuse,
            FieldPath path) {
        int first = model.number(fields.getFirst().name());
        Steps.up(model, first, hops);
        boolean nullable = fields.getFirst().nullable();
        List<String> columns = Steps.columns(fields);
        while (!hops.isEmpty()
                && hops.getLast().filtered() == null
                && hops.getLast().direct()
                && hops.getLast().columns().containsAll(columns)) {
            Join.Hop trimmed = hops.removeLast();
            columns =
                    columns.stream()
                            .map(column ->
                                    trimmed.parentColumns().get(trimmed.columns().indexOf(column)))
                            .toList();
            nullable |= trimmed.nullable();
        }
        Join join = join(hops, reuse, path);
        List<Place> parts = new ArrayList<>(0);
        for (int i = 0; fields.size() > 1 && i < fields.size(); i++) {
            int number = model.number(fields.get(i).name());
            parts.add(new Place(join, model, number, columns.get(i), nullable, List.of()));
        }
        return new Place(join, model, first, columns.getFirst(), nullable, parts);
    }

    private @Nullable Join join(List<Join.Hop> hops, @Nullable Set<Join> reuse, FieldPath path) {
        if (joinless && !hops.isEmpty()) {
            throw new QueryException(
                    Problem.of("orm.E101", "'" + path + "' leads to another table.")
                            .because("A value to be saved is worked out from the row itself.")
                            .fixedBy("Use subquery(...) for a value of another table."));
        }
        Join at = null;
        for (Join.Hop hop : hops) {
            at = join(at, hop, hop.many() && hop.filtered() == null ? reuse : null);
            if (reuse != null) {
                reuse.add(at);
            }
            if (watched != null) {
                watched.add(at);
            }
        }
        return at;
    }

    private Join join(@Nullable Join parent, Join.Hop hop, @Nullable Set<Join> reuse) {
        for (int i = joins.size() - 1; i >= 0; i--) {
            Join known = joins.get(i);
            if ((reuse == null || reuse.contains(known)) && known.follows(parent, hop)) {
                return known;
            }
        }
        var join = new Join(parent, hop, nextAlias());
        joins.add(join);
        if (join.filtered != null) {
            int known = joins.size();
            join.condition = conditionOf(join.filtered);
            settle(join, known);
        }
        return join;
    }

    /// What a condition behind ON speaks of must stand before it: tables behind the filtered one in
    /// the same parentheses, others in front of it.
    private void settle(Join filtered, int known) {
        List<Join> fresh = new ArrayList<>(joins.subList(known, joins.size()));
        for (Join join : fresh) {
            Join at = join.parent;
            while (at != null && at != filtered) {
                at = at.parent;
            }
            if (at == filtered) {
                join.within = filtered;
            } else {
                joins.remove(join);
                joins.add(joins.indexOf(filtered), join);
            }
        }
    }

    /// Marks the last step of a relation that goes by a name of its own.
    private static void named(String name, List<Join.Hop> hops) {
        if (name.startsWith("+") && name.lastIndexOf(':') > 0) {
            hops.add(hops.removeLast().filtered(name));
        }
    }

    private Fragment conditionOf(String step) {
        for (Node known : query.steps()) {
            if (known instanceof Node.Relate relate && relate.step().equals(step)) {
                return Filters.truth(this, within(relate.condition(), relate), null);
            }
        }
        throw new IllegalStateException("No step relates " + step + ".");
    }

    /// The condition, its paths over the relation going by the relation's own name.
    private static Node within(Node node, Node.Relate relate) {
        if (node instanceof Node.Field(var path)
                && !path.names().isEmpty()
                && path.names().getFirst().equals(relate.relation())) {
            List<String> names = new ArrayList<>(path.names());
            names.set(0, relate.step());
            return new Node.Field(FieldPath.of(names));
        }
        return node.map(part -> within(part, relate));
    }

    /// {@return the join at the end of a path of relations to one row}
    Join joinTo(FieldPath path) {
        List<Join.Hop> hops = new ArrayList<>(2);
        ModelMapping<?> model = root;
        for (String name : path.names()) {
            ModelRelation relation = model.relation(name);
            if (relation == null) {
                throw notARelation(model, name, path);
            }
            Steps.over(model, relation, hops);
            model = relation.target().get();
        }
        return Objects.requireNonNull(join(hops, null, path), "An empty path leads nowhere.");
    }

    /// {@return how many names of a path lead to the first relation to many rows, or -1}
    int stepsToMany(FieldPath path) {
        ModelMapping<?> model = root;
        List<String> names = path.names();
        for (int i = 0; i < names.size(); i++) {
            ModelRelation relation = model.relation(names.get(i));
            if (relation == null) {
                return -1;
            }
            if (relation.many()) {
                return i;
            }
            model = relation.target().get();
        }
        return -1;
    }

    /// {@return the first join that starts at the root, or `null`}
    @Nullable Join firstHop() {
        for (Join join : joins) {
            if (join.parent == null) {
                return join;
            }
        }
        return null;
    }

    /// {@return what says that two joins of one table are at the same row}
    static Fragment sameRow(Dialect dialect, Join near, Join far) {
        List<String> keys =
                near.model == null ? List.of("id") : Steps.columns(near.model.keyFields());
        return Fragment.of(equal(dialect, far.alias, keys, near.alias, keys));
    }

    /// {@return what says that a key in this scope is the same as one further out}
    Fragment same(Place here, Scope outer, Place there) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < here.all().size(); i++) {
            all.add(sql(here.all().get(i)) + " = " + outer.sql(there.all().get(i)));
        }
        return Fragment.of(String.join(" AND ", all));
    }

    private static String equal(
            Dialect dialect, String here, List<String> ours, String there, List<String> theirs) {
        List<String> all = new ArrayList<>(ours.size());
        for (int i = 0; i < ours.size(); i++) {
            all.add(
                    dialect.quote(here)
                            + "."
                            + dialect.quote(ours.get(i))
                            + " = "
                            + dialect.quote(there)
                            + "."
                            + dialect.quote(theirs.get(i)));
        }
        return String.join(" AND ", all);
    }

    /// {@return the first join of this table, by whatever way, or `null`}
    @Nullable Join firstOf(String table) {
        for (Join join : joins) {
            if (join.table.equals(table)) {
                return join;
            }
        }
        return null;
    }

    /// Notes every join that is used from here on; null ends it.
    ///
    /// @return what was noted into before
    @Nullable Set<Join> watch(@Nullable Set<Join> into) {
        Set<Join> before = watched;
        watched = into;
        return before;
    }

    /// {@return the joins that leave out rows without a match}
    Set<Join> innerJoins() {
        Set<Join> inner = new java.util.HashSet<>();
        for (Join join : joins) {
            if (join.inner()) {
                inner.add(join);
            }
        }
        return inner;
    }

    /// Keeps rows without a match, and what is joined to them.
    void promote(Collection<Join> some) {
        for (Join join : some) {
            if (join.promote()) {
                promote(joins.stream().filter(other -> other.parent == join).toList());
            }
        }
    }

    /// {@return ` FROM ...` with all joins}
    Fragment from() {
        var sql = new StringBuilder(" FROM ").append(dialect.quote(root.state().table()));
        List<ValueUse> values = new ArrayList<>(0);
        if (!alias.equals(root.state().table())) {
            sql.append(' ').append(dialect.quote(alias));
        }
        for (Join join : joins) {
            if (join.within == null) {
                append(join, sql, values);
            }
        }
        return new Fragment(sql.toString(), values);
    }

    private void append(Join join, StringBuilder sql, List<ValueUse> values) {
        boolean several = joins.stream().anyMatch(other -> other.within == join);
        sql.append(join.inner() ? " INNER JOIN " : " LEFT JOIN ")
                .append(several ? "(" : "")
                .append(dialect.quote(join.table))
                .append(' ')
                .append(dialect.quote(join.alias));
        for (Join other : joins) {
            if (other.within == join) {
                append(other, sql, values);
            }
        }
        sql.append(several ? ")" : "").append(" ON ").append(on(join));
        Fragment condition = join.condition;
        if (condition != null && !condition.always()) {
            sql.append(" AND ").append(condition.sql());
            values.addAll(condition.values());
        }
    }

    private String on(Join join) {
        String parent = join.parent == null ? alias : join.parent.alias;
        GenericTies generic = join.generic;
        if (generic == null) {
            return equal(dialect, join.alias, join.columns, parent, join.parentColumns);
        }
        List<String> here = columns(join.alias, join.columns);
        List<String> there = columns(parent, join.parentColumns);
        List<String> keeping = generic.back() ? there : here;
        return keeping.getFirst()
                + " = "
                + generic.named(dialect, generic.back() ? here : there)
                + generic.condition(dialect, generic.back() ? parent : join.alias);
    }

    private List<String> columns(String table, List<String> names) {
        return names.stream()
                .map(name -> dialect.quote(table) + "." + dialect.quote(name))
                .toList();
    }

    /// {@return the name that the root's table goes by}
    String alias() {
        return alias;
    }

    private static QueryException notARelation(ModelMapping<?> model, String name, FieldPath path) {
        return new QueryException(
                Problem.of(
                                "orm.E041",
                                "'" + name + "' of " + model.state().name() + " leads nowhere.")
                        .because("It is a plain field, in the middle of " + path + ".")
                        .fixedBy("Its relations are: " + relations(model) + "."));
    }

    private static String relations(ModelMapping<?> model) {
        return String.join(", ", model.relations().stream().map(ModelRelation::name).toList());
    }
}
