package dev.quintet.orm;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.storage.Storages;
import java.util.ArrayList;
import java.util.List;

/// Finds fields whose files are kept in a storage that the site does not have.
final class StorageCheck {

    private StorageCheck() {}

    static List<CheckMessage> run(Models models, Storages storages) {
        List<CheckMessage> found = new ArrayList<>();
        for (ModelMapping<?> model : models.list()) {
            for (int number : model.fileNumbers()) {
                String name = ((FilePlace) model.fieldCodec(number)).storage();
                if (storages.names().contains(name)) {
                    continue;
                }
                String question = Nearest.question(name, storages.names());
                found.add(
                        CheckMessage.error(
                                        "orm.E273",
                                        model.state().label()
                                                + "."
                                                + model.columns().get(number).name()
                                                + " keeps its files in '"
                                                + name
                                                + "', and there is no such storage.",
                                        model.type().getName())
                                .hint(
                                        "Add it to STORAGES: "
                                                + name
                                                + "=folder:PATH."
                                                + (question == null ? "" : " " + question)));
            }
        }
        return found;
    }
}
