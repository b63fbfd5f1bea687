package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.AlterModelManagers;
import dev.quintet.migrations.operations.AlterModelOptions;
import dev.quintet.migrations.operations.AlterModelTable;
import dev.quintet.migrations.operations.AlterModelTableComment;
import dev.quintet.migrations.operations.AlterOrderWithRespectTo;
import dev.quintet.migrations.operations.TableNames;
import dev.quintet.orm.state.ModelState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Models that say something else of themselves: options, scopes, order, table, comment.
final class AlteredModels {

    private final Detection found;

    AlteredModels(Detection found) {
        this.found = found;
    }

    void options() {
        Set<ModelKey> keys = withTablesOrWithout();
        keys.addAll(Detection.common(found.oldUnmanaged, found.newModels));
        keys.addAll(Detection.common(found.oldModels, found.newUnmanaged));
        for (ModelKey key : keys) {
            ModelState now = found.to.model(key);
            if (!Shapes.options(found.old(key)).equals(Shapes.options(now))) {
                found.add(key, new AlterModelOptions(key.label(), now.options()));
            }
        }
    }

    void managers() {
        for (ModelKey key : found.keptModels) {
            ModelState before = found.old(key);
            ModelState now = found.to.model(key);
            if (!before.options().managers().equals(now.options().managers())
                    || !before.options().defaultManager().equals(now.options().defaultManager())) {
                found.add(
                        key,
                        new AlterModelManagers(
                                key.label(),
                                now.options().managers(),
                                now.options().defaultManager()));
            }
        }
    }

    void order() {
        for (ModelKey key : found.keptModels) {
            String before = found.old(key).options().orderWithRespectTo();
            String now = found.to.model(key).options().orderWithRespectTo();
            if (!Objects.equals(before, now)) {
                found.add(
                        key,
                        new AlterOrderWithRespectTo(key.label(), now),
                        now == null ? List.of() : List.of(Dependency.created(key, now)));
            }
        }
    }

    void tables() {
        for (ModelKey key : withTablesOrWithout()) {
            ModelState now = found.to.model(key);
            if (!Objects.equals(ownTable(found.old(key)), ownTable(now))) {
                found.add(key, new AlterModelTable(key.label(), now.table()));
            }
        }
    }

    void comments() {
        for (ModelKey key : withTablesOrWithout()) {
            String now = found.to.model(key).options().comment();
            if (!found.old(key).options().comment().equals(now)) {
                found.add(key, new AlterModelTableComment(key.label(), now));
            }
        }
    }

    /// {@return the table that a model asks for, or `null` when it is the usual one}
    private static @Nullable String ownTable(ModelState model) {
        return model.options().proxy() || TableNames.isUsual(model) ? null : model.table();
    }

    private Set<ModelKey> withTablesOrWithout() {
        return Detection.together(
                Detection.together(found.keptModels, found.keptProxies), found.keptUnmanaged);
    }
}
