package dev.quintet.migrations.inspect;

import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.Migrations;
import dev.quintet.migrations.inspect.Difference.Kind;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.inspect.LiveSchema;
import dev.quintet.orm.inspect.LiveTable;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Holds the tables of a database against what the migrations make of the models, and names each
/// difference.
///
/// What the migrations make is read from tables that the database makes of them in a place of its
/// own for the moment, so that both sides are spelled alike; the real tables are only read. Names
/// of indexes and constraints do not count, what they say does. Tables that no model has are passed
/// over: others may share the database.
public final class Drift {

    private Drift() {}

    /// {@return in what a site's database is not as its migrations say; empty when nothing is}
    ///
    /// @param alias of the database
    public static List<Difference> of(Context site, String alias) {
        Database database = site.get(Databases.KEY).get(alias);
        return site.call(() -> between(database, models(site, database)));
    }

    /// The models that the migrations add up to, and those of apps without any.
    private static List<ModelState> models(Context site, Database database) {
        List<ModelState> models = new ArrayList<>(ToldTables.of(Migrations.of(site)));
        Set<String> unmigrated = new HashSet<>();
        site.apps().list().forEach(app -> unmigrated.add(app.label()));
        Migrations.of(site).all().forEach(one -> unmigrated.remove(one.name().app()));
        for (ModelMapping<?> model : site.getOr(Models.KEY, () -> Models.of(site.apps())).list()) {
            if (unmigrated.contains(model.state().app())) {
                models.add(model.state());
            }
        }
        var routing = site.get(Databases.KEY).routing();
        models.removeIf(model -> !routing.allowsMigrate(database.alias(), model));
        return models;
    }

    /// {@return in what the tables of a database are not as these models say}
    ///
    /// @param models all that their relations lead to among them
    public static List<Difference> between(Database database, List<ModelState> models) {
        var editor = new SchemaEditor(database.dialect(), models);
        Map<String, LiveTable> real = new LinkedHashMap<>();
        LiveSchema.read(database).forEach(table -> real.put(key(database, table.name()), table));
        Map<String, String> apps = new LinkedHashMap<>();
        Set<String> foreign = new HashSet<>();
        for (ModelState model : models) {
            if (!model.managed()) {
                foreign.add(key(database, model.table()));
            }
            apps.put(key(database, model.table()), model.app());
            model.fields().stream()
                    .filter(field -> field.relation() != null)
                    .forEach(field -> {
                        var through = field.relation().through();
                        if (through != null) {
                            apps.putIfAbsent(key(database, through.table()), model.app());
                        }
                    });
        }
        List<Difference> found = new ArrayList<>();
        for (LiveTable wanted : ScratchTables.of(database, editor.createAll(models))) {
            String name = key(database, wanted.name());
            if (foreign.contains(name)) {
                continue;
            }
            String app = apps.getOrDefault(name, "");
            LiveTable there = real.get(name);
            if (there == null) {
                found.add(
                        new Difference(
                                app,
                                wanted.name(),
                                Kind.TABLE,
                                "",
                                "",
                                null,
                                made(editor, models, wanted.name())));
            } else {
                found.addAll(
                        new TableComparison(
                                        app,
                                        database.dialect(),
                                        wanted,
                                        there,
                                        made(editor, models, wanted.name()))
                                .differences());
            }
        }
        return List.copyOf(found);
    }

    private static List<String> made(SchemaEditor editor, List<ModelState> models, String table) {
        return models.stream()
                .filter(model -> !model.options().proxy() && model.table().equals(table))
                .findFirst()
                .map(editor::create)
                .orElse(List.of());
    }

    private static String key(Database database, String table) {
        return database.dialect().name().equals("postgresql")
                ? table
                : table.toLowerCase(Locale.ROOT);
    }
}
