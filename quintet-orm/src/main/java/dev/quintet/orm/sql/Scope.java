package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.UnknownFieldException;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of one SELECT, and the names that they go by.
///
/// A relation to one row is joined once, however often it is named. A relation to many rows is
/// joined once for each call of filter that names it, and shared with what is not a filter: two
/// conditions of one call speak of the same row, those of two calls need not. Django:
/// `names_to_path`, `setup_joins`.
final class Scope {

    /// The call that stands for everything but filters.
    static final int NO_CALL = 0;

    private final ModelMapping<?> root;
    private final String alias;
    private final @Nullable Scope outer;
    private final Dialect dialect;
    private final List<Join> joins = new ArrayList<>();
    private final int[] counter;

    private Scope(
            ModelMapping<?> root,
            String alias,
            @Nullable Scope outer,
            Dialect dialect,
            int[] counter) {
        this.root = root;
        this.alias = alias;
        this.outer = outer;
        this.dialect = dialect;
        this.counter = counter;
    }

    static Scope of(ModelMapping<?> root, Dialect dialect) {
        return new Scope(root, "t0", null, dialect, new int[] {1});
    }

    /// The scope of a statement that changes a table, which goes by its own name there.
    static Scope ofTable(ModelMapping<?> root, Dialect dialect) {
        return new Scope(root, root.state().table(), null, dialect, new int[] {0});
    }

    Scope inner(ModelMapping<?> model) {
        return new Scope(model, nextAlias(), this, dialect, counter);
    }

    @Nullable Scope outer() {
        return outer;
    }

    ModelMapping<?> root() {
        return root;
    }

    boolean hasJoins() {
        return !joins.isEmpty();
    }

    private String nextAlias() {
        return "t" + counter[0]++;
    }

    /// A table that is joined to the root or to another joined one.
    static final class Join {
        final @Nullable Join parent;
        final ModelRelation relation;
        final ModelMapping<?> target;
        final String alias;
        final @Nullable String throughAlias;
        final int call;
        private boolean inner;

        private Join(
                @Nullable Join parent,
                ModelRelation relation,
                String alias,
                @Nullable String throughAlias,
                int call) {
            this.parent = parent;
            this.relation = relation;
            this.target = relation.target().get();
            this.alias = alias;
            this.throughAlias = throughAlias;
            this.call = call;
        }

        /// Rows without a match need not be kept.
        void require() {
            for (Join at = this; at != null; at = at.parent) {
                at.inner = true;
            }
        }
    }

    /// A column of a table of this scope.
    record Place(@Nullable Join join, ModelMapping<?> model, int number) {

        FieldState field() {
            return model.columns().get(number);
        }

        SqlType type() {
            return model.sqlType(number);
        }

        Codec<?> codec() {
            return model.fieldCodec(number);
        }

        boolean mayBeNull() {
            return join != null || field().nullable();
        }

        void require() {
            if (join != null) {
                join.require();
            }
        }
    }

    String sql(Place place) {
        Join join = tableOf(place.join(), place.model(), place.number());
        String table = join == null ? alias : join.alias;
        return dialect.quote(table) + "." + dialect.quote(place.field().column());
    }

    /// {@return the join to the table that has a column: a model that extends another one has its
    /// first columns in that one's table}
    private @Nullable Join tableOf(@Nullable Join from, ModelMapping<?> model, int number) {
        Join at = from;
        ModelMapping<?> owner = model;
        while (owner.inherits(number)) {
            at = join(at, owner.parentLink(), NO_CALL);
            if (from == null) {
                at.require();
            }
            owner = at.target;
        }
        return at;
    }

    /// {@return the column at the end of a path}
    ///
    /// @param call number of the filter call that names it, or {@link #NO_CALL}
    Place resolve(FieldPath path, int call) {
        List<String> names = path.names();
        ModelMapping<?> model = root;
        Join join = null;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean last = i == names.size() - 1;
            ModelRelation relation = model.relation(name);
            if (relation == null) {
                int number =
                        name.equals("pk") ? model.number(model.key().name()) : model.number(name);
                if (number < 0) {
                    throw new UnknownFieldException(model.state().name(), name, model.names());
                }
                if (!last) {
                    throw notARelation(model, name, path);
                }
                return new Place(join, model, number);
            }
            boolean ownKey = relation.kind() == ModelRelation.Kind.TO_ONE;
            if (ownKey && (last || (i == names.size() - 2 && relation.keeps(names.get(i + 1))))) {
                return new Place(join, model, model.number(name));
            }
            join = join(join, relation, call);
            model = join.target;
            if (last) {
                return new Place(join, model, model.number(model.key().name()));
            }
        }
        return new Place(null, root, root.number(root.key().name()));
    }

    /// {@return the join at the end of a path of relations}
    Join joinTo(FieldPath path) {
        ModelMapping<?> model = root;
        Join join = null;
        for (String name : path.names()) {
            ModelRelation relation = model.relation(name);
            if (relation == null) {
                throw notARelation(model, name, path);
            }
            join = join(join, relation, NO_CALL);
            model = join.target;
        }
        if (join == null) {
            throw new IllegalArgumentException("An empty path leads to no other table.");
        }
        return join;
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

    private Join join(@Nullable Join near, ModelRelation relation, int call) {
        ModelMapping<?> from = near == null ? root : near.target;
        boolean ownKey = relation.kind() == ModelRelation.Kind.TO_ONE;
        Join parent = ownKey ? tableOf(near, from, from.number(relation.name())) : near;
        boolean many = relation.many();
        for (Join known : joins) {
            boolean same = known.parent == parent && known.relation.equals(relation);
            if (same && (!many || call == NO_CALL || known.call == call)) {
                return known;
            }
        }
        String through = relation.kind() == ModelRelation.Kind.MANY_TO_MANY ? nextAlias() : null;
        var join = new Join(parent, relation, nextAlias(), through, call);
        joins.add(join);
        return join;
    }

    /// {@return ` FROM ...` with all joins}
    String from() {
        var sql = new StringBuilder(" FROM ").append(dialect.quote(root.state().table()));
        if (!alias.equals(root.state().table())) {
            sql.append(' ').append(dialect.quote(alias));
        }
        for (Join join : joins) {
            String kind = join.inner ? " INNER JOIN " : " LEFT JOIN ";
            String parent = join.parent == null ? alias : join.parent.alias;
            ModelMapping<?> from = join.parent == null ? root : join.parent.target;
            switch (join.relation.kind()) {
                case TO_ONE ->
                        joinTable(
                                sql.append(kind),
                                join.target.state().table(),
                                join.alias,
                                join.relation.targetField().column(),
                                parent,
                                column(from, join.relation.name()));
                case REVERSE, REVERSE_ONE ->
                        joinTable(
                                sql.append(kind),
                                join.target.state().table(),
                                join.alias,
                                column(join.target, String.valueOf(join.relation.field())),
                                parent,
                                join.relation.ownField(from).column());
                case MANY_TO_MANY -> {
                    var through = java.util.Objects.requireNonNull(join.relation.through());
                    String between = java.util.Objects.requireNonNull(join.throughAlias);
                    joinTable(
                            sql.append(kind),
                            through.table(),
                            between,
                            through.from(),
                            parent,
                            from.key().column());
                    joinTable(
                            sql.append(kind),
                            join.target.state().table(),
                            join.alias,
                            join.target.key().column(),
                            between,
                            through.to());
                }
            }
        }
        return sql.toString();
    }

    private void joinTable(
            StringBuilder sql,
            String table,
            String alias,
            String column,
            String otherAlias,
            String otherColumn) {
        sql.append(dialect.quote(table))
                .append(' ')
                .append(dialect.quote(alias))
                .append(" ON ")
                .append(dialect.quote(alias))
                .append('.')
                .append(dialect.quote(column))
                .append(" = ")
                .append(dialect.quote(otherAlias))
                .append('.')
                .append(dialect.quote(otherColumn));
    }

    private static String column(ModelMapping<?> model, String field) {
        return model.columns().get(model.number(field)).column();
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
