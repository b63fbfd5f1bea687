package dev.quintet.orm;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.connection.Databases;
import java.util.ArrayList;
import java.util.List;

/// Holds the models of a site against its apps, before the first query does.
public final class ModelChecks implements Check {

    /// For {@link java.util.ServiceLoader}.
    public ModelChecks() {}

    @Override
    public List<CheckMessage> run(Context site) {
        List<CheckMessage> found = new ArrayList<>();
        Models models = site.find(Models.KEY).orElse(null);
        if (models == null) {
            return found;
        }
        for (ModelMapping<?> model : models.list()) {
            App owner = site.apps().owning(model.type().getName());
            String label = model.state().app();
            if (owner != null && !owner.label().equals(label)) {
                found.add(
                        CheckMessage.error(
                                        "orm.E008",
                                        "The model says that its app is '"
                                                + label
                                                + "', but its package belongs to '"
                                                + owner.label()
                                                + "'.",
                                        model.type().getName())
                                .hint(
                                        "Say @Meta(app = \""
                                                + owner.label()
                                                + "\"), or let "
                                                + owner.getClass().getSimpleName()
                                                + ".label() return '"
                                                + label
                                                + "'."));
            }
        }
        found.addAll(ReverseNameCheck.run(models));
        site.find(Storages.KEY)
                .ifPresent(storages -> found.addAll(StorageCheck.run(models, storages)));
        site.find(Databases.KEY)
                .ifPresent(databases ->
                        databases.all().stream()
                                .map(database -> DatabaseCheck.run(models, database))
                                .forEach(found::addAll));
        return found;
    }
}
