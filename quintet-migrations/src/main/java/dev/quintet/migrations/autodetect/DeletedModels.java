package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.DeleteModel;
import dev.quintet.migrations.operations.RemoveField;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Models that are gone: first their relations go, then what led to them, then they.
final class DeletedModels {

    private final Detection found;
    private final Map<ModelKey, FieldKey> throughUsers = new HashMap<>();

    DeletedModels(Detection found) {
        this.found = found;
        for (ModelKey key : found.oldModels) {
            ModelKey before = found.oldKey(key);
            for (FieldState field : found.from.model(before).fields()) {
                RelationThrough.key(field)
                        .ifPresent(between ->
                                throughUsers.put(between, new FieldKey(before, field.name())));
            }
        }
    }

    void find() {
        Set<ModelKey> still = Detection.together(found.newModels, found.newUnmanaged);
        Detection.less(found.oldModels, still).forEach(this::delete);
        Detection.less(found.oldUnmanaged, still).forEach(this::delete);
    }

    void findProxies() {
        for (ModelKey key : Detection.less(found.oldProxies, found.newProxies)) {
            found.add(key, new DeleteModel(found.from.model(key).label()));
        }
    }

    private void delete(ModelKey key) {
        ModelState model = found.from.model(key);
        var related = new TreeSet<String>();
        for (FieldState field : model.fields()) {
            if (field.relation() != null) {
                related.add(field.name());
            }
        }
        if (!model.uniqueTogether().isEmpty()) {
            found.add(key, new AlterUniqueTogether(key.label(), List.of()));
        }
        related.forEach(name -> found.add(key, new RemoveField(key.label(), name)));
        found.add(key, new DeleteModel(model.label()), before(key, related));
    }

    /// All that leads to it must have been removed or led elsewhere, and its own relations be gone.
    private List<Dependency> before(ModelKey key, Set<String> related) {
        List<Dependency> before = new ArrayList<>();
        for (FieldKey incoming : found.from.leadingTo(key)) {
            before.add(Dependency.removed(incoming.model(), incoming.field()));
            if (found.from.field(incoming).hasColumn()) {
                before.add(
                        new Dependency(incoming.model(), incoming.field(), Dependency.Kind.ALTER));
            }
        }
        related.forEach(name -> before.add(Dependency.removed(key, name)));
        FieldKey user = throughUsers.get(key);
        if (user != null) {
            before.add(Dependency.removed(user.model(), user.field()));
        }
        return before;
    }
}
