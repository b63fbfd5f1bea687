package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.GeneratedColumn;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.List;
import java.util.Objects;

/// What the new name of a field changes in its model besides the field.
final class FieldRenaming {

    private FieldRenaming() {}

    static ModelState inModel(ModelState model, String field, String to) {
        ModelState moved =
                FieldNames.changed(
                        model,
                        field,
                        one -> TableNames.movedWithField(model, one, FieldNames.renamed(one, to)));
        List<List<String>> together =
                model.uniqueTogether().stream()
                        .map(set -> set.stream().map(one -> one.equals(field) ? to : one).toList())
                        .toList();
        ModelState renamed = moved.withUniqueTogether(together);
        ModelState followed = inIndexes(renamed, field, to);
        return Objects.equals(model.options().orderWithRespectTo(), field)
                ? followed.about(draft -> draft.orderWithRespectTo(to))
                : followed;
    }

    /// Databases rename columns in indexes, constraints and generated columns by themselves.
    private static ModelState inIndexes(ModelState model, String field, String to) {
        var nodes = new NodeNames(field, to);
        return model.withFields(
                        model.fields().stream()
                                .map(one -> parted(generated(one, nodes), nodes))
                                .toList())
                .withIndexes(
                        model.indexes().stream()
                                .map(index ->
                                        new IndexState(
                                                index.name(),
                                                parts(index.parts(), nodes),
                                                nodes.ofCondition(index.condition()),
                                                names(index.include(), nodes),
                                                index.method()))
                                .toList())
                .withConstraints(
                        model.constraints().stream().map(one -> renamed(one, nodes)).toList());
    }

    private static FieldState generated(FieldState field, NodeNames nodes) {
        GeneratedColumn column = nodes.of(field.generated());
        return column == null ? field : field.generatedBy(column);
    }

    /// A relation that is kept in several fields knows them by their names.
    private static FieldState parted(FieldState field, NodeNames nodes) {
        RelationState relation = field.relation();
        return relation != null && relation.parts().contains(nodes.field())
                ? field.leadingTo(
                        relation.keptBy(names(relation.parts(), nodes).toArray(String[]::new)))
                : field;
    }

    private static ConstraintState renamed(ConstraintState constraint, NodeNames nodes) {
        return switch (constraint) {
            case ConstraintState.Check check ->
                    new ConstraintState.Check(
                            check.name(),
                            nodes.of(check.condition()),
                            check.message(),
                            check.code());
            case ConstraintState.Unique unique ->
                    new ConstraintState.Unique(
                            unique.name(),
                            parts(unique.parts(), nodes),
                            nodes.ofCondition(unique.condition()),
                            names(unique.include(), nodes),
                            unique.deferral(),
                            unique.nullsDistinct(),
                            unique.message(),
                            unique.code());
            case ConstraintState.Exclusion exclusion ->
                    new ConstraintState.Exclusion(
                            exclusion.name(),
                            exclusion.method(),
                            exclusion.parts().stream()
                                    .map(one ->
                                            new ConstraintState.Against(
                                                    part(one.part(), nodes), one.operator()))
                                    .toList(),
                            nodes.ofCondition(exclusion.condition()),
                            exclusion.deferral(),
                            exclusion.message(),
                            exclusion.code());
        };
    }

    private static List<IndexState.Part> parts(List<IndexState.Part> parts, NodeNames nodes) {
        return parts.stream().map(part -> part(part, nodes)).toList();
    }

    private static IndexState.Part part(IndexState.Part part, NodeNames nodes) {
        return nodes.field().equals(part.field())
                ? new IndexState.Part(nodes.to(), null, part.descending(), part.operators())
                : new IndexState.Part(
                        part.field(),
                        nodes.ofCondition(part.expression()),
                        part.descending(),
                        part.operators());
    }

    private static List<String> names(List<String> names, NodeNames nodes) {
        return names.stream().map(one -> one.equals(nodes.field()) ? nodes.to() : one).toList();
    }
}
