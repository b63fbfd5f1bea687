package dev.quintet.contenttypes;

import dev.quintet.migrations.MigrateEvent;
import dev.quintet.migrations.Step;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RenameModel;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.ModelState;
import java.util.List;
import java.util.Locale;

/// Keeps the content types of an app as its models are, whenever a database was migrated. Django:
/// `create_contenttypes`, `RenameContentType`.
final class MigratedModels {

    private static final String OWN = "contenttypes.ContentType";

    private MigratedModels() {}

    static void name(MigrateEvent event) {
        ModelState own = event.state().find(OWN);
        if (own == null || own.find("name") != null) {
            return; // the table is not there, or not yet as this version writes it
        }
        ContentTypeRegistry types = ContentTypeRegistry.on(event.alias());
        for (Step step : event.steps()) {
            if (step.migration().name().app().equals(event.app().label())) {
                List<Operation> operations = step.migration().operations();
                (step.backwards() ? operations.reversed() : operations)
                        .forEach(one -> rename(types, one, step.backwards()));
            }
        }
        List<ModelMapping<?>> models =
                ModelNames.of(event.site()).all().values().stream()
                        .<ModelMapping<?>>map(one -> one)
                        .filter(one -> one.state().app().equals(event.app().label()))
                        .toList();
        types.createMissing(models);
    }

    private static void rename(ContentTypeRegistry types, Operation operation, boolean back) {
        if (operation instanceof RenameModel renamed) {
            String app = renamed.label().substring(0, renamed.label().indexOf('.'));
            ModelName was =
                    new ModelName(
                            app,
                            renamed.label().substring(app.length() + 1).toLowerCase(Locale.ROOT));
            var is = new ModelName(app, renamed.to().toLowerCase(Locale.ROOT));
            types.rename(back ? is : was, back ? was : is);
        }
    }
}
