package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The names of tables that models and their relations have unless they say otherwise.
public final class TableNames {

    private TableNames() {}

    /// {@return the table that a model's name gives it}
    public static String usual(String app, String name) {
        return app + "_" + name.toLowerCase(Locale.ROOT);
    }

    /// {@return whether a model has the table that its name gives it}
    public static boolean isUsual(ModelState model) {
        return model.table().equals(usual(model.app(), model.name()));
    }

    /// {@return the model under another name, in the table of that name unless it has one of its
    /// own}
    static ModelState renamed(ModelState model, String name) {
        ModelState renamed = model.renamed(name);
        if (isUsual(model)) {
            renamed = renamed.inTable(usual(model.app(), name));
        }
        ModelState words = ModelState.of(model.app(), model.name());
        ModelState newWords = ModelState.of(model.app(), name);
        if (model.verboseName().equals(words.verboseName())
                && model.verboseNamePlural().equals(words.verboseNamePlural())) {
            renamed = renamed.named(newWords.verboseName(), newWords.verboseNamePlural());
        }
        ModelState moved = renamed;
        return moved.withFields(
                model.fields().stream().map(field -> movedWithModel(model, moved, field)).toList());
    }

    /// {@return a many-to-many relation whose own table has moved with its model}
    private static FieldState movedWithModel(ModelState from, ModelState to, FieldState field) {
        RelationState.Through between = ownTable(field);
        if (between == null) {
            return field;
        }
        String usual = from.table() + "_" + field.name();
        String table =
                between.table().equals(usual) ? to.table() + "_" + field.name() : between.table();
        String side = key(from.name());
        return through(
                field,
                new RelationState.Through(
                        table,
                        between.from().equals(side) ? key(to.name()) : between.from(),
                        between.to()));
    }

    /// {@return a many-to-many relation whose own table has moved with its new name}
    static FieldState movedWithField(ModelState model, FieldState before, FieldState after) {
        RelationState.Through between = ownTable(before);
        return between != null && between.table().equals(model.table() + "_" + before.name())
                ? through(
                        after,
                        new RelationState.Through(
                                model.table() + "_" + after.name(), between.from(), between.to()))
                : after;
    }

    /// {@return a many-to-many relation whose own table has moved with another table of its model}
    static FieldState movedWithTable(FieldState field, String from, String to) {
        RelationState.Through between = ownTable(field);
        return between != null && between.table().equals(from + "_" + field.name())
                ? through(
                        field,
                        new RelationState.Through(
                                to + "_" + field.name(), between.from(), between.to()))
                : field;
    }

    /// {@return a relation to a model that has another name now}
    static FieldState retargeted(FieldState field, String from, String to) {
        RelationState relation = field.relation();
        if (relation == null) {
            return field;
        }
        RelationState.Through between = relation.through();
        boolean target = Labels.same(relation.target(), from);
        boolean through =
                between != null && between.model() != null && Labels.same(between.model(), from);
        if (!target && !through) {
            return field;
        }
        RelationState moved = target ? relation.leadingTo(to) : relation;
        if (between != null) {
            String side = key(Labels.name(from));
            boolean own = between.model() == null;
            moved =
                    moved.over(
                            new RelationState.Through(
                                    between.table(),
                                    between.from(),
                                    own && target && between.to().equals(side)
                                            ? key(Labels.name(to))
                                            : between.to(),
                                    through ? to : between.model()));
        }
        return field.leadingTo(moved);
    }

    private static RelationState.@Nullable Through ownTable(FieldState field) {
        RelationState relation = field.relation();
        RelationState.Through between = relation == null ? null : relation.through();
        return between == null || between.model() != null ? null : between;
    }

    private static FieldState through(FieldState field, RelationState.Through between) {
        RelationState relation = field.relation();
        return relation == null ? field : field.leadingTo(relation.over(between));
    }

    private static String key(String model) {
        return model.toLowerCase(Locale.ROOT) + "_id";
    }
}
