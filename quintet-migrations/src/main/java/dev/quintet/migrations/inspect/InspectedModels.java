package dev.quintet.migrations.inspect;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.inspect.LiveSchema;
import dev.quintet.orm.inspect.LiveTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<WrittenModel> models = new ArrayList<>();
        for (LiveTable table : tables.values()) {
            models.add(
                    new ModelWriter(
                                    Objects.requireNonNull(table),
                                    tables,
                                    types,
                                    packageName,
                                    database.dialect().name())
                            .write());
        }
        return List.copyOf(models);
    }

    private static boolean isOwn(LiveTable table) {
        return OWN.contains(table.name()) || table.name().startsWith("quintet_");
    }
}
