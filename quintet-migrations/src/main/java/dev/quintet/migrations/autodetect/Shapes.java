package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.FieldNames;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What models and fields say of themselves, less what only follows from their names: two that are
/// equal here differ in name at most. Django: `deep_deconstruct`.
final class Shapes {

    private static final String NAMELESS = "";

    private Shapes() {}

    static FieldState of(ModelState model, FieldState field) {
        FieldState bare = field;
        if (FieldNames.usualWords(field)) {
            bare = bare.named(NAMELESS);
        }
        if (field.hasColumn() && FieldNames.usualColumn(field)) {
            bare = bare.inColumn(NAMELESS);
        }
        RelationState relation = field.relation();
        if (relation != null) {
            bare = bare.leadingTo(relation(model, field, relation));
        }
        return bare.renamed(NAMELESS);
    }

    private static RelationState relation(
            ModelState model, FieldState field, RelationState relation) {
        RelationState bare = relation.leadingTo(relation.target().toLowerCase(Locale.ROOT));
        RelationState.Through between = relation.through();
        if (between == null) {
            return bare;
        }
        if (between.model() != null) {
            return bare.over(
                    new RelationState.Through(
                            NAMELESS,
                            NAMELESS,
                            NAMELESS,
                            between.model().toLowerCase(Locale.ROOT)));
        }
        boolean usual = between.table().equals(model.table() + "_" + field.name());
        return bare.over(
                new RelationState.Through(
                        usual ? NAMELESS : between.table(), NAMELESS, NAMELESS, null));
    }

    /// {@return the column that a field asks for, or empty when it is the usual one}
    static String ownColumn(FieldState field) {
        return FieldNames.usualColumn(field) ? NAMELESS : field.column();
    }

    /// {@return a field's shape in another column}
    static FieldState inColumn(FieldState shape, String column) {
        return shape.inColumn(column);
    }

    /// {@return a field's shape, wherever it leads}
    static FieldState aimless(FieldState shape) {
        RelationState relation = shape.relation();
        return relation == null ? shape : shape.leadingTo(relation.leadingTo(NAMELESS));
    }

    /// {@return the shapes of all fields of a model in the order of their names, wherever they
    /// lead}
    static List<FieldState> aimless(ModelState model) {
        return model.fields().stream()
                .sorted(Comparator.comparing(FieldState::name))
                .map(field -> aimless(of(model, field)))
                .toList();
    }

    /// {@return the options of a model that migrations change all at once}
    static ModelOptions options(ModelState model) {
        ModelState usual = ModelState.of(model.app(), model.name());
        boolean one = model.verboseName().equals(usual.verboseName());
        boolean several = model.verboseNamePlural().equals(model.verboseName() + "s");
        return model.options()
                .changed(draft ->
                        draft.named(
                                        one ? NAMELESS : model.verboseName(),
                                        several ? NAMELESS : model.verboseNamePlural())
                                .comment(NAMELESS)
                                .orderWithRespectTo(null)
                                .defaultManager(NAMELESS)
                                .managers());
    }
}
