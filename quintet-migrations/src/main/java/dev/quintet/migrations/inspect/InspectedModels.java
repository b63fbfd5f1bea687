package dev.quintet.migrations.inspect;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.inspect.LiveSchema;
import dev.quintet.orm.inspect.LiveTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes models from the tables of a database. Django: `inspectdb`.
///
/// A relation leads to a table that is written as well; what a model cannot say is a comment with
/// the reason.
public final class InspectedModels {

    /// Tables that are the ORM's own.
    private static final Set<String> OWN = Set.of("django_migrations");

    private InspectedModels() {}

    /// {@return a model for each table}
    ///
    /// @param wanted names of tables and views; empty for all
    /// @param packageName of the classes
    public static List<WrittenModel> write(
            Database database, Set<String> wanted, String packageName) {
        Map<String, LiveTable> tables = new LinkedHashMap<>();
        for (LiveTable table : LiveSchema.read(database)) {
            boolean asked = wanted.isEmpty() ? !isOwn(table) : wanted.contains(table.name());
            if (asked && !table.columns().isEmpty()) {
                tables.put(table.name(), table);
            }
        }
        var names = new JavaNames();
        Map<String, String> types = new LinkedHashMap<>();
        tables.keySet().forEach(name -> types.put(name, names.type(name)));
        String dialect = database.dialect().name();
        List<WrittenModel> models = new ArrayList<>();
        for (LiveTable table : tables.values()) {
            models.add(new ModelWriter(table, tables, types, packageName, dialect).write());
        }
        return List.copyOf(models);
    }

    /// {@return a model for each table of an app whose tables Django made, or we: those whose names
    /// begin with its label. The classes are called without it; tables between are many-to-many
    /// relations; what leads to a table of a model that the site has leads to that model}
    ///
    /// @param more names of further tables of the app
    /// @param packageName of the classes
    public static List<WrittenModel> ofApp(
            Context site, Database database, String app, Set<String> more, String packageName) {
        Map<String, LiveTable> tables = new LinkedHashMap<>();
        LiveSchema.read(database).forEach(table -> tables.put(table.name(), table));
        Map<String, String> types = new LinkedHashMap<>();
        for (ModelMapping<?> model :
                site.getOr(Models.KEY, () -> Models.of(site.apps(), site.settings())).list()) {
            types.putIfAbsent(model.concrete().state().table(), model.concrete().type().getName());
        }
        String prefix = app + "_";
        var names = new JavaNames();
        List<LiveTable> own = new ArrayList<>();
        for (LiveTable table : tables.values()) {
            boolean asked = table.name().startsWith(prefix) || more.contains(table.name());
            if (asked && !types.containsKey(table.name()) && !table.columns().isEmpty()) {
                own.add(table);
            }
        }
        own.forEach(one -> types.put(one.name(), names.type(bare(one.name(), prefix))));
        tables.keySet().retainAll(types.keySet());
        Map<String, JoinTables.Join> joins = new JoinTables(tables, types).among(own);
        String dialect = database.dialect().name();
        List<WrittenModel> models = new ArrayList<>();
        for (LiveTable table : own) {
            if (!joins.containsKey(table.name())) {
                var writer = new ModelWriter(table, tables, types, packageName, dialect);
                joins.values().stream()
                        .filter(one -> one.owner().equals(table.name()))
                        .forEach(writer::add);
                models.add(writer.write());
            }
        }
        return List.copyOf(models);
    }

    private static String bare(String table, String prefix) {
        return table.startsWith(prefix) ? table.substring(prefix.length()) : table;
    }

    private static boolean isOwn(LiveTable table) {
        return OWN.contains(table.name()) || table.name().startsWith("quintet_");
    }
}
