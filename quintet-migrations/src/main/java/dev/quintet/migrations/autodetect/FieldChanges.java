package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.AddField;
import dev.quintet.migrations.operations.AlterField;
import dev.quintet.migrations.operations.FieldNames;
import dev.quintet.migrations.operations.RemoveField;
import dev.quintet.migrations.operations.RenameField;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Fields that are new, gone, renamed or something else.
final class FieldChanges {

    private static final Set<String> TEXTS =
            Set.of(
                    "CharField",
                    "TextField",
                    "SlugField",
                    "EmailField",
                    "URLField",
                    "FileField",
                    "ImageField",
                    "BinaryField");

    private final Detection found;
    private final List<Renamed> renamed = new ArrayList<>();

    FieldChanges(Detection found) {
        this.found = found;
    }

    private record Renamed(ModelKey model, FieldState before, FieldState now) {}

    /// Looks which new fields are old ones under another name.
    void findRenamed() {
        var open = new TreeSet<>(found.oldFields);
        for (FieldKey added : Detection.less(found.newFields, open)) {
            for (FieldKey gone : Detection.less(open, found.newFields)) {
                if (gone.model().equals(added.model()) && same(gone, added)) {
                    FieldState before = found.old(gone.model()).find(gone.field());
                    FieldState now = found.to.field(added);
                    if (before == null
                            || !found.questioner.renamedField(
                                    found.to.model(added.model()), before, now)) {
                        continue;
                    }
                    renamed.add(new Renamed(added.model(), before, now));
                    open.remove(gone);
                    open.add(added);
                    found.renamedFields.put(added, gone.field());
                    break;
                }
            }
        }
    }

    private boolean same(FieldKey gone, FieldKey added) {
        ModelState model = found.old(gone.model());
        FieldState old = found.from.field(found.oldKey(gone.model()), gone.field());
        FieldState before = followed(Shapes.of(model, old));
        FieldState now = Shapes.of(found.to.model(added.model()), found.to.field(added));
        // Or the old column was kept, under its name.
        return before.equals(now) || Shapes.inColumn(before, old.column()).equals(now);
    }

    /// {@return the shape of a field of the old models, led to what its target is called now}
    private FieldState followed(FieldState shape) {
        RelationState relation = shape.relation();
        if (relation == null) {
            return shape;
        }
        ModelKey target = ModelKey.of(relation.target());
        for (var pair : found.renamedModels.entrySet()) {
            if (pair.getValue().equals(target)) {
                return shape.leadingTo(relation.leadingTo(pair.getKey().label()));
            }
        }
        return shape;
    }

    void rename() {
        for (Renamed one : renamed) {
            String before = one.before().name();
            String label = one.model().label();
            boolean keeps = !Shapes.ownColumn(one.before()).equals(Shapes.ownColumn(one.now()));
            if (keeps) {
                // Nothing for the database: it says that the column has a name of its own now.
                FieldState pinned =
                        FieldNames.renamed(one.now(), before).inColumn(one.now().column());
                found.add(one.model(), new AlterField(label, pinned));
            }
            found.add(one.model(), new RenameField(label, before, one.now().name(), keeps));
            found.oldFields.remove(new FieldKey(one.model(), before));
            found.oldFields.add(new FieldKey(one.model(), one.now().name()));
        }
    }

    void remove() {
        Detection.less(found.oldFields, found.newFields).forEach(this::remove);
    }

    private void remove(FieldKey key) {
        List<Dependency> dependencies = new ArrayList<>();
        dependencies.add(new Dependency(key.model(), key.field(), Dependency.Kind.FREE_OF_ORDER));
        dependencies.add(
                new Dependency(key.model(), key.field(), Dependency.Kind.FREE_OF_UNIQUE_TOGETHER));
        for (FieldState other : found.old(key.model()).fields()) {
            RelationState relation = other.relation();
            if (relation != null && relation.parts().contains(key.field())) {
                // Its column is guarded as long as the relation is there.
                dependencies.add(Dependency.removed(key.model(), other.name()));
            }
        }
        found.add(key.model(), new RemoveField(key.model().label(), key.field()), dependencies);
    }

    void add() {
        Detection.less(found.newFields, found.oldFields).forEach(this::add);
    }

    private void add(FieldKey key) {
        FieldState field = found.to.field(key);
        List<Dependency> dependencies = new ArrayList<>();
        dependencies.add(Dependency.removed(key.model(), key.field()));
        dependencies.addAll(Detection.leads(field));
        if (field.relation() != null) {
            for (String part : field.relation().parts()) {
                dependencies.add(Dependency.created(key.model(), part));
            }
        }
        if (field.primaryKey()) {
            // The database can give a key only as long as that is the whole key.
            for (FieldState other : found.to.model(key.model()).key()) {
                dependencies.add(new Dependency(key.model(), other.name(), Dependency.Kind.ALTER));
            }
        }
        if (field.generated() != null) {
            // What it is made of may be new too.
            for (FieldKey other : Detection.less(found.newFields, found.oldFields)) {
                if (other.model().equals(key.model()) && !other.equals(key)) {
                    dependencies.add(Dependency.created(other.model(), other.field()));
                }
            }
        }
        FieldState added = field;
        boolean keepsDefault = canBeAdded(field);
        if (!keepsDefault) {
            Optional<Object> value =
                    found.questioner.defaultOfNew(found.to.model(key.model()), field);
            added = field.fallingBackTo(value.orElse(null));
        }
        found.add(
                key.model(), new AddField(key.model().label(), added, keepsDefault), dependencies);
    }

    /// {@return whether rows that exist can have the field without anybody being asked}
    private static boolean canBeAdded(FieldState field) {
        return field.nullable()
                || field.fallback() != null
                || field.initial() != null
                || field.generated() != null
                || !field.hasColumn()
                || (field.blank()
                        && field.touch() == Touch.NEVER
                        && TEXTS.contains(field.type().name()))
                || field.touch() == Touch.ON_SAVE;
    }

    void alter() {
        for (FieldKey key : Detection.common(found.oldFields, found.newFields)) {
            ModelState oldModel = found.old(key.model());
            ModelState newModel = found.to.model(key.model());
            String oldName = found.renamedFields.getOrDefault(key, key.field());
            FieldState before = found.from.field(found.oldKey(key.model()), oldName);
            FieldState now = found.to.field(key);
            if (!oldName.equals(key.field())) {
                continue; // only its column could differ, and that was seen to
            }
            FieldState oldShape = Shapes.of(oldModel, before);
            FieldState newShape = unrenamed(Shapes.of(newModel, now), oldShape);
            if (oldShape.equals(newShape)) {
                continue;
            }
            if (before.hasColumn() == now.hasColumn()) {
                alter(key, before, now);
            } else {
                remove(key);
                add(key);
            }
        }
    }

    /// {@return the shape led to what its target was called before, where only the name changed}
    private FieldState unrenamed(FieldState shape, FieldState oldShape) {
        RelationState relation = shape.relation();
        RelationState oldRelation = oldShape.relation();
        if (relation == null || oldRelation == null) {
            return shape;
        }
        RelationState same = relation;
        ModelKey target = ModelKey.of(relation.target());
        if (found.renamedModels.containsKey(target)) {
            same = same.leadingTo(oldRelation.target());
        }
        String tied = relation.toField();
        if (tied != null
                && oldRelation.toField() != null
                && found.renamedFields.containsKey(new FieldKey(target, tied))) {
            same = same.leadingTo(oldRelation.target()).toField(oldRelation.toField());
        }
        RelationState.Through between = relation.through();
        RelationState.Through oldBetween = oldRelation.through();
        if (between != null
                && oldBetween != null
                && between.model() != null
                && found.renamedModels.containsKey(ModelKey.of(between.model()))) {
            same = same.over(oldBetween);
        }
        return shape.leadingTo(same);
    }

    private void alter(FieldKey key, FieldState before, FieldState now) {
        FieldState altered = now;
        boolean keepsDefault = true;
        if (before.nullable()
                && !now.nullable()
                && now.fallback() == null
                && now.initial() == null
                && now.hasColumn()) {
            Optional<Object> value =
                    found.questioner.defaultForNulls(found.to.model(key.model()), now);
            keepsDefault = value.isEmpty();
            altered = now.fallingBackTo(value.orElse(null));
        }
        found.add(
                key.model(),
                new AlterField(key.model().label(), altered, keepsDefault),
                dependencies(key, now));
    }

    /// What keeps a part of a composite key changes its type behind that part.
    private List<Dependency> dependencies(FieldKey key, FieldState now) {
        List<Dependency> dependencies = new ArrayList<>(Detection.leads(now));
        for (FieldState other : found.to.model(key.model()).fields()) {
            RelationState relation = other.relation();
            int part = relation == null ? -1 : relation.parts().indexOf(now.name());
            if (relation == null || part < 0) {
                continue;
            }
            ModelKey target = ModelKey.of(relation.target());
            List<FieldState> parts =
                    found.to.has(target) ? found.to.model(target).key() : List.of();
            if (part < parts.size()) {
                dependencies.add(
                        new Dependency(target, parts.get(part).name(), Dependency.Kind.ALTER));
            }
        }
        return dependencies;
    }
}
