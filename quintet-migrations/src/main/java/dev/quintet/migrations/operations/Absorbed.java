package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model that is created with what a later operation would have made of it.
final class Absorbed {

    private Absorbed() {}

    /// {@return the model after the operation, or `null` when that is about something else}
    static @Nullable ModelState into(ModelState model, Operation next) {
        return switch (next) {
            case RenameModel renamed when Labels.same(renamed.label(), model.label()) ->
                    TableNames.renamed(model, renamed.to());
            case AlterModelOptions altered when same(altered, model) -> altered.applied(model);
            case AlterModelManagers altered when same(altered, model) -> altered.applied(model);
            case AlterModelTable altered when same(altered, model) ->
                    model.inTable(altered.table());
            case AlterModelTableComment altered when same(altered, model) -> altered.applied(model);
            case AlterUniqueTogether altered when same(altered, model) -> altered.applied(model);
            case AlterOrderWithRespectTo altered when same(altered, model) ->
                    altered.applied(model);
            case FieldOperation field when Labels.same(field.label(), model.label()) ->
                    field(model, field);
            case AddIndex(String label, IndexState index) when Labels.same(label, model.label()) ->
                    model.with(index);
            case RemoveIndex removed when Labels.same(removed.label(), model.label()) ->
                    removed.applied(model);
            case AddConstraint(String label, ConstraintState constraint)
                    when Labels.same(label, model.label()) ->
                    model.with(constraint);
            case RemoveConstraint removed when Labels.same(removed.label(), model.label()) ->
                    removed.applied(model);
            default -> null;
        };
    }

    private static boolean same(ModelOperation operation, ModelState model) {
        return Labels.same(operation.label(), model.label());
    }

    private static @Nullable ModelState field(ModelState model, FieldOperation operation) {
        return switch (operation) {
            case AddField added -> model.with(added.state());
            case AlterField altered ->
                    FieldNames.changed(model, altered.field(), _ -> altered.state());
            case RemoveField removed -> without(model, removed.field());
            case RenameField renamed when !renamed.keepsColumn() ->
                    FieldRenaming.inModel(model, renamed.field(), renamed.to());
            default -> null;
        };
    }

    private static ModelState without(ModelState model, String name) {
        List<FieldState> fields =
                model.fields().stream().filter(one -> !one.name().equals(name)).toList();
        List<List<String>> together = new ArrayList<>();
        for (List<String> set : model.uniqueTogether()) {
            List<String> rest = set.stream().filter(one -> !one.equals(name)).toList();
            if (!rest.isEmpty()) {
                together.add(rest);
            }
        }
        ModelState less = model.withFields(fields).withUniqueTogether(together);
        ModelOptions options = less.options();
        return name.equals(options.orderWithRespectTo())
                ? less.about(draft -> draft.orderWithRespectTo(null))
                : less;
    }
}
