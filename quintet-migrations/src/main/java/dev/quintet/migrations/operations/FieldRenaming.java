package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.List;
import java.util.Objects;

/// What the new name of a field changes in its model besides the field.
final class FieldRenaming {

    private FieldRenaming() {}

    static ModelState inModel(ModelState model, String field, String to) {
        List<FieldState> fields =
                model.fields().stream()
                        .map(one ->
                                one.name().equals(field)
                                        ? TableNames.movedWithField(
                                                model, one, FieldNames.renamed(one, to))
                                        : one)
                        .toList();
        List<List<String>> together =
                model.uniqueTogether().stream()
                        .map(set -> set.stream().map(one -> one.equals(field) ? to : one).toList())
                        .toList();
        ModelState renamed = model.withFields(fields).withUniqueTogether(together);
        ModelState followed = inIndexes(renamed, field, to);
        return Objects.equals(model.options().orderWithRespectTo(), field)
                ? followed.about(draft -> draft.orderWithRespectTo(to))
                : followed;
    }

    /// Databases rename columns in indexes and constraints by themselves.
    private static ModelState inIndexes(ModelState model, String field, String to) {
        return model.withIndexes(
                        model.indexes().stream()
                                .map(index ->
                                        new IndexState(
                                                index.name(),
                                                parts(index.parts(), field, to),
                                                index.condition(),
                                                names(index.include(), field, to),
                                                index.method()))
                                .toList())
                .withConstraints(
                        model.constraints().stream()
                                .map(one ->
                                        one instanceof ConstraintState.Unique unique
                                                ? new ConstraintState.Unique(
                                                        unique.name(),
                                                        parts(unique.parts(), field, to),
                                                        unique.condition(),
                                                        names(unique.include(), field, to),
                                                        unique.deferral(),
                                                        unique.nullsDistinct(),
                                                        unique.message(),
                                                        unique.code())
                                                : one)
                                .toList());
    }

    private static List<IndexState.Part> parts(
            List<IndexState.Part> parts, String field, String to) {
        return parts.stream()
                .map(part ->
                        field.equals(part.field())
                                ? new IndexState.Part(to, null, part.descending(), part.operators())
                                : part)
                .toList();
    }

    private static List<String> names(List<String> names, String field, String to) {
        return names.stream().map(one -> one.equals(field) ? to : one).toList();
    }
}
