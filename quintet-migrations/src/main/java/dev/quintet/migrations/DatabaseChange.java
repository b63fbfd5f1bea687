package dev.quintet.migrations;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where an operation puts its statements: into a database, or onto the list that `sqlmigrate`
/// prints. Belongs to one thread.
public final class DatabaseChange {

    private final Dialect dialect;
    private final @Nullable Database database;
    private final Predicate<ModelState> belongs;
    private final List<String> statements = new ArrayList<>();

    private DatabaseChange(
            Dialect dialect, @Nullable Database database, Predicate<ModelState> belongs) {
        this.dialect = dialect;
        this.database = database;
        this.belongs = belongs;
    }

    /// @param belongs whether the routers keep a model in this database
    static DatabaseChange in(Database database, Predicate<ModelState> belongs) {
        return new DatabaseChange(database.dialect(), database, belongs);
    }

    static DatabaseChange onPaper(Dialect dialect) {
        return new DatabaseChange(dialect, null, _ -> true);
    }

    /// {@return whether the table of this model is made, changed and dropped here: it is managed,
    /// and no router keeps it in another database}
    public boolean concerns(ModelState model) {
        return model.managed() && belongs.test(model);
    }

    /// {@return the kind of database}
    public Dialect dialect() {
        return dialect;
    }

    /// {@return what turns the models of a state into statements}
    public SchemaEditor editor(ProjectState state) {
        return new SchemaEditor(dialect, state.models());
    }

    /// Runs a statement, or puts it onto the list.
    public void execute(String sql) {
        statements.add(sql);
        if (database != null) {
            database.execute(List.of(sql));
        }
    }

    /// Runs statements in order, or puts them onto the list.
    public void execute(List<String> sql) {
        sql.forEach(this::execute);
    }

    /// {@return all statements so far}
    List<String> statements() {
        return List.copyOf(statements);
    }
}
