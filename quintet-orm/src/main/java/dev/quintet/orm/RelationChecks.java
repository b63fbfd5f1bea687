package dev.quintet.orm;

import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.Routing;
import java.util.ArrayList;
import java.util.List;

/// Finds relations between models that the routers keep in different databases, and reverses whose
/// rows cannot keep the key.
public final class RelationChecks implements Check {

    /// For {@link java.util.ServiceLoader}.
    public RelationChecks() {}

    @Override
    public List<CheckMessage> run(Context site) {
        Models models = site.find(Models.KEY).orElse(null);
        Databases databases = site.find(Databases.KEY).orElse(null);
        List<CheckMessage> found = new ArrayList<>();
        if (models != null) {
            models.list().forEach(model -> generics(model, found));
        }
        if (models == null || databases == null) {
            return found;
        }
        Routing routing = databases.routing();
        for (ModelMapping<?> model : models.list()) {
            for (ModelRelation relation : model.relations()) {
                ModelMapping<?> target = relation.target().get();
                if (!routing.allowsRelation(model.state(), target.state())) {
                    found.add(
                            CheckMessage.error(
                                            "orm.E229",
                                            model.state().label()
                                                    + "."
                                                    + relation.name()
                                                    + " leads to "
                                                    + target.state().label()
                                                    + ", which is kept in another database.",
                                            model.type().getName())
                                    .hint(
                                            "Keep both in '"
                                                    + routing.forWrite(model.state(), null)
                                                    + "', or let a router's allowRelation() say"
                                                    + " that the two are one."));
                }
            }
        }
        return found;
    }

    private static void generics(ModelMapping<?> model, List<CheckMessage> found) {
        for (ModelRelation relation : model.relations()) {
            GenericTie tie = relation.generic();
            if (tie == null) {
                continue;
            }
            ModelMapping<?> keeping = relation.target().get();
            if (!GenericRows.keeps(keeping, tie, model.concrete())) {
                found.add(
                        CheckMessage.error(
                                        "orm.E283",
                                        keeping.state().label()
                                                + "."
                                                + tie.key()
                                                + " cannot keep the key of "
                                                + model.state().label()
                                                + ".",
                                        model.type().getName())
                                .hint(GenericRows.KEEPS));
            }
        }
        if (!model.generics().isEmpty() && !GenericRows.available()) {
            found.add(
                    CheckMessage.error(
                                    "orm.E281",
                                    "Nothing knows the models by keys that rows can keep.",
                                    model.type().getName())
                            .hint(
                                    "Add quintet-contenttypes to the project, and ContentTypesApp to"
                                            + " the settings' apps."));
        }
    }
}
