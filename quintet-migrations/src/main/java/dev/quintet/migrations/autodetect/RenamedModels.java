package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.RenameModel;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;

/// Finds models that have another name now: new ones with the very fields of one that is gone, if
/// the questioner agrees.
final class RenamedModels {

    private final Detection found;

    RenamedModels(Detection found) {
        this.found = found;
    }

    void find() {
        for (ModelKey added : Detection.less(found.newModels, found.oldModels)) {
            ModelState model = found.to.model(added);
            List<FieldState> shape = Shapes.aimless(model);
            for (ModelKey gone : Detection.less(found.oldModels, found.newModels)) {
                if (gone.app().equals(added.app())
                        && shape.equals(Shapes.aimless(found.from.model(gone)))
                        && found.questioner.renamedModel(found.from.model(gone), model)) {
                    rename(gone, added, model);
                    break;
                }
            }
        }
    }

    private void rename(ModelKey gone, ModelKey added, ModelState model) {
        List<Dependency> dependencies = new ArrayList<>(found.leads(added));
        for (FieldKey incoming : found.to.leadingTo(added)) {
            dependencies.add(Dependency.created(incoming.model()));
            RelationThrough.of(found.to.field(incoming)).ifPresent(dependencies::add);
        }
        found.add(
                added, new RenameModel(found.from.model(gone).label(), model.name()), dependencies);
        found.renamedModels.put(added, gone);
        found.oldModels.remove(gone);
        found.oldModels.add(added);
    }
}
