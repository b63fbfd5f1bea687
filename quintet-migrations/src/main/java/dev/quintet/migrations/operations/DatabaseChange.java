package dev.quintet.migrations.operations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.HistoricalModels;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.schema.SchemaChange;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.schema.TableRules;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where an operation puts its statements: into a database, or onto the list that `sqlmigrate`
/// prints. Belongs to one thread.
public final class DatabaseChange {

    private final Dialect dialect;
    private final @Nullable Database database;
    private final Predicate<ModelState> belongs;
    private final Consumer<List<String>> runner;
    private final Consumer<Long> rows;
    private final List<String> statements = new ArrayList<>();

    private DatabaseChange(
            Dialect dialect,
            @Nullable Database database,
            Predicate<ModelState> belongs,
            Consumer<List<String>> runner,
            Consumer<Long> rows) {
        this.dialect = dialect;
        this.database = database;
        this.belongs = belongs;
        this.runner = runner;
        this.rows = rows;
    }

    /// {@return one that changes a database}
    ///
    /// @param belongs whether the routers keep a model in this database
    public static DatabaseChange in(Database database, Predicate<ModelState> belongs) {
        return in(database, belongs, database::execute, _ -> {});
    }

    /// {@return one that changes a database by way of somebody who keeps a record}
    ///
    /// @param belongs whether the routers keep a model in this database
    /// @param runner runs statements that belong together, in order
    /// @param rows told after each batch of rows how many are done
    public static DatabaseChange in(
            Database database,
            Predicate<ModelState> belongs,
            Consumer<List<String>> runner,
            Consumer<Long> rows) {
        return new DatabaseChange(database.dialect(), database, belongs, runner, rows);
    }

    /// {@return one that only lists what it would do}
    public static DatabaseChange onPaper(Dialect dialect) {
        return new DatabaseChange(dialect, null, _ -> true, _ -> {}, _ -> {});
    }

    /// {@return whether the table of this model is made, changed and dropped here: it has one, it
    /// is managed, and no router keeps it in another database}
    public boolean concerns(ModelState model) {
        return model.managed() && !model.options().proxy() && belongs.test(model);
    }

    /// {@return the kind of database}
    public Dialect dialect() {
        return dialect;
    }

    /// {@return the database, or `null` when statements are only listed}
    public @Nullable Database database() {
        return database;
    }

    /// {@return what turns the models of a state into tables}
    public SchemaEditor editor(ProjectState state) {
        return new SchemaEditor(dialect, state.models());
    }

    /// {@return what turns the tables of one state into those of another}
    public SchemaChange tables(ProjectState from, ProjectState to) {
        TableRules rules = database == null ? TableRules.usual() : new FoundRules(database);
        return SchemaChange.of(dialect, from.models(), to.models(), rules);
    }

    /// Runs the statements that change a table, or puts them onto the list. What stands on the
    /// table and is of no model, such as triggers, is there again afterwards.
    ///
    /// @param model whose table it is, before the change
    public void alter(ModelState model, List<String> sql) {
        if (database == null || !dialect.name().equals("sqlite") || sql.isEmpty()) {
            execute(sql);
            return;
        }
        List<Standing> before = standing(database, model.table());
        Set<String> own = new HashSet<>();
        for (String one : new SchemaEditor(dialect, List.of(model)).indexStatements(model)) {
            own.add(Standing.what(one));
        }
        execute(sql);
        refuseBrokenKeys(
                database, "PRAGMA foreign_key_check(" + dialect.quote(model.table()) + ")");
        List<Standing> after = standing(database, model.table());
        for (Standing one : before) {
            boolean gone = after.stream().noneMatch(other -> other.name().equals(one.name()));
            if (gone && !own.contains(Standing.what(one.sql()))) {
                execute(one.sql());
            }
        }
    }

    /// Keys were not looked at while the table was made anew.
    private static void refuseBrokenKeys(Database database, String sql) {
        List<String> tables =
                database.query(
                        SqlStatement.of(sql),
                        new Object[0],
                        (result, row) ->
                                result.next()
                                        ? List.of(
                                                String.valueOf(row.text(1)),
                                                String.valueOf(row.text(3)))
                                        : List.of());
        if (!tables.isEmpty()) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E021",
                                    "The table "
                                            + tables.getFirst()
                                            + " has rows that lead to rows of "
                                            + tables.getLast()
                                            + " which are not there.")
                            .because("The database refuses such rows; these came in without it.")
                            .fixedBy("Delete or mend them, then run migrate again."));
        }
    }

    /// What stands on a table of SQLite: a trigger or an index. Indexes of models are made anew
    /// with the table: known by what they are, since one may have the name of a field that was
    /// renamed since.
    private record Standing(String name, String sql) {

        private static final Pattern NAME =
                Pattern.compile("^(CREATE (?:UNIQUE )?INDEX )(?:\"(?:[^\"]|\"\")*\"|\\w+) ");

        static String what(String sql) {
            return NAME.matcher(sql).replaceFirst("$1");
        }
    }

    private static List<Standing> standing(Database database, String table) {
        String sql =
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN"
                        + " ('trigger', 'index') AND tbl_name = '"
                        + table.replace("'", "''")
                        + "' ORDER BY rowid";
        return database.query(
                SqlStatement.of(sql),
                new Object[0],
                (result, row) -> {
                    var found = new ArrayList<Standing>();
                    while (result.next()) {
                        found.add(
                                new Standing(
                                        String.valueOf(row.text(1)), String.valueOf(row.text(2))));
                    }
                    return found;
                });
    }

    /// Runs a statement, or puts it onto the list.
    public void execute(String sql) {
        execute(List.of(sql));
    }

    /// Runs statements in order, or puts them onto the list.
    public void execute(List<String> sql) {
        statements.addAll(sql);
        if (!sql.isEmpty()) {
            runner.accept(sql);
        }
    }

    /// Runs code over the rows, with the models of a state; on paper it only says that there is
    /// some.
    public void run(ProjectState state, Consumer<HistoricalModels> work) {
        if (database == null) {
            statements.add("-- Java, which cannot be written as SQL");
            return;
        }
        HistoricalModels models =
                HistoricalModels.of(state.models(), database.alias()).telling(rows);
        models.run(() -> work.accept(models));
        if (dialect.name().equals("postgresql") && database.unit() != null) {
            // Keys that wait for the end of the transaction would keep tables from being altered.
            database.execute(
                    List.of("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"));
        } else if (dialect.name().equals("sqlite")) {
            refuseBrokenKeys(database, "PRAGMA foreign_key_check");
        }
    }

    /// {@return all statements so far}
    public List<String> statements() {
        return List.copyOf(statements);
    }
}
