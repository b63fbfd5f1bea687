package dev.quintet.orm.sql;

import dev.quintet.orm.GenericTie;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import java.util.List;
import java.util.Objects;

/// The steps from table to table that relations are made of.
final class Steps {

    private Steps() {}

    /// Adds the steps of a relation.
    static void over(ModelMapping<?> from, ModelRelation relation, List<Join.Hop> hops) {
        ModelMapping<?> target = relation.target().get();
        String table = target.state().table();
        switch (relation.kind()) {
            case TO_ONE -> {
                List<FieldState> fields = relation.fields(from);
                FieldState field = fields.getFirst();
                up(from, from.number(field.name()), hops);
                hops.add(
                        new Join.Hop(
                                columns(fields),
                                table,
                                columns(relation.targetFields()),
                                field.nullable(),
                                false,
                                true,
                                target,
                                null,
                                null));
            }
            case REVERSE, REVERSE_ONE -> {
                GenericTie tie = relation.generic();
                if (tie != null) {
                    hops.add(generic(from, relation, tie));
                    return;
                }
                hops.add(
                        new Join.Hop(
                                columns(relation.ownFields(from)),
                                table,
                                columns(relation.backFields()),
                                true,
                                relation.many(),
                                false,
                                target,
                                null,
                                null));
            }
            case MANY_TO_MANY -> {
                RelationState.Through through = Objects.requireNonNull(relation.through());
                hops.add(
                        new Join.Hop(
                                from.key().column(),
                                through.table(),
                                through.from(),
                                true,
                                true,
                                false,
                                null));
                hops.add(
                        new Join.Hop(
                                through.to(),
                                table,
                                target.key().column(),
                                false,
                                false,
                                true,
                                target));
            }
        }
    }

    /// A step to rows that name the model and a key, or from such a row to what it names.
    private static Join.Hop generic(ModelMapping<?> from, ModelRelation relation, GenericTie tie) {
        ModelMapping<?> target = relation.target().get();
        boolean back = relation.kind() == ModelRelation.Kind.REVERSE_ONE;
        ModelMapping<?> keeping = back ? from : target;
        ModelMapping<?> named = back ? target : from;
        List<String> kept = List.of(column(keeping, tie.key()));
        List<String> key = columns(named.keyFields());
        return new Join.Hop(
                back ? kept : key,
                target.state().table(),
                back ? key : kept,
                true,
                !back,
                false,
                target,
                null,
                GenericTies.of(keeping, tie, named, back));
    }

    /// Goes up to the table that has a column: a model that extends another one has its first
    /// columns in that one's table.
    ///
    /// @return the model of that table
    static ModelMapping<?> up(ModelMapping<?> from, int number, List<Join.Hop> hops) {
        ModelMapping<?> owner = from;
        while (owner.inherits(number)) {
            ModelMapping<?> above = Objects.requireNonNull(owner.parent());
            hops.add(
                    new Join.Hop(
                            owner.key().column(),
                            above.state().table(),
                            above.key().column(),
                            false,
                            false,
                            true,
                            above));
            owner = above;
        }
        return owner;
    }

    /// {@return the columns of fields}
    static List<String> columns(List<FieldState> fields) {
        return fields.stream().map(FieldState::column).toList();
    }

    private static String column(ModelMapping<?> model, String field) {
        return model.columns().get(model.number(field)).column();
    }
}
