package dev.quintet.migrations.inspect;

import dev.quintet.migrations.Migration;
import dev.quintet.migrations.Migrations;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.SeparateDatabaseAndState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the migrations make of the tables: their models, and where a migration told the database
/// another thing of a field than the models, what it told the database. So a column can be a number
/// to the program and a key to the database.
final class ToldTables {

    /// By `app.model.field`: what the models were told, and what the database was.
    private final Map<String, Told> told = new HashMap<>();

    private record Told(FieldState models, FieldState database) {}

    private ToldTables() {}

    static List<ModelState> of(Migrations migrations) {
        var tables = new ToldTables();
        for (Migration one : migrations.all()) {
            one.operations().forEach(tables::learn);
        }
        List<ModelState> models = new ArrayList<>();
        for (ModelState one : migrations.state().models()) {
            models.add(
                    one.withFields(one.fields().stream().map(f -> tables.said(one, f)).toList()));
        }
        return models;
    }

    private void learn(Operation operation) {
        if (!(operation instanceof SeparateDatabaseAndState both)) {
            return;
        }
        for (Operation made : both.database()) {
            for (Operation noted : both.state()) {
                if (made instanceof CreateModel(ModelState table)
                        && noted instanceof CreateModel(ModelState model)
                        && table.label().equalsIgnoreCase(model.label())) {
                    learn(model, table);
                }
            }
        }
    }

    private void learn(ModelState model, ModelState table) {
        for (FieldState field : model.fields()) {
            FieldState other = table.find(field.name());
            if (other != null && !other.equals(field)) {
                told.put(key(model, field), new Told(field, other));
            }
        }
    }

    private FieldState said(ModelState model, FieldState field) {
        Told known = told.get(key(model, field));
        return known != null && known.models.equals(field) ? known.database : field;
    }

    private static String key(ModelState model, FieldState field) {
        return model.label().toLowerCase(Locale.ROOT) + "." + field.name();
    }
}
