package dev.quintet.migrations.operations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs statements of yours. Django: `RunSQL`.
///
/// ```java
/// RunSql.of("INSERT INTO catalog_genre (name) VALUES ('Gypsy Jazz')")
///         .reverse("DELETE FROM catalog_genre WHERE name = 'Gypsy Jazz'")
/// RunSql.on("postgresql", "CREATE EXTENSION IF NOT EXISTS pg_trgm").reverseOn("postgresql")
/// ```
///
/// What is said for one kind of database goes before what is said for any; a kind that nothing is
/// said for is left alone. The statements are run as they are, one string each: never put into them
/// what a visitor typed. Immutable.
public final class RunSql implements Operation {

    private static final String ANY = "";

    private final Map<String, List<String>> forwards;
    private final Map<String, List<String>> backwards;

    private RunSql(Map<String, List<String>> forwards, Map<String, List<String>> backwards) {
        this.forwards = forwards;
        this.backwards = backwards;
    }

    /// {@return the statements by kind of database; those for any kind under the empty name}
    public Map<String, List<String>> forwards() {
        return Map.copyOf(forwards);
    }

    /// {@return how they are taken back, by kind of database; empty where nobody said how}
    public Map<String, List<String>> backwards() {
        return Map.copyOf(backwards);
    }

    /// {@return statements for any kind of database}
    ///
    /// @throws StateException when one string holds several statements: drivers differ in what they
    ///   do then
    public static RunSql of(String... statements) {
        return new RunSql(with(Map.of(), ANY, statements), Map.of());
    }

    /// {@return statements for one kind of database only}
    ///
    /// @param dialect `sqlite`, `postgresql` or `mariadb`
    /// @throws StateException when one string holds several statements
    public static RunSql on(String dialect, String... statements) {
        return new RunSql(with(Map.of(), dialect, statements), Map.of());
    }

    /// {@return these, and others in their place for one kind of database}
    ///
    /// @param dialect `sqlite`, `postgresql` or `mariadb`
    /// @throws StateException when one string holds several statements
    public RunSql and(String dialect, String... statements) {
        return new RunSql(with(forwards, dialect, statements), backwards);
    }

    /// {@return these, and how to take them back; no statement at all says that there is nothing to
    /// take back}
    ///
    /// @throws StateException when one string holds several statements
    public RunSql reverse(String... statements) {
        return new RunSql(forwards, with(backwards, ANY, statements));
    }

    /// {@return these, and how to take them back on one kind of database}
    ///
    /// @param dialect `sqlite`, `postgresql` or `mariadb`
    /// @throws StateException when one string holds several statements
    public RunSql reverseOn(String dialect, String... statements) {
        return new RunSql(forwards, with(backwards, dialect, statements));
    }

    @Override
    public String describe() {
        return "Run SQL";
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before;
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        List<String> statements = forwards.getOrDefault(change.dialect().name(), forwards.get(ANY));
        if (statements != null) {
            change.execute(statements);
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        String dialect = change.dialect().name();
        List<String> statements = backwards.getOrDefault(dialect, backwards.get(ANY));
        if (statements != null) {
            change.execute(statements);
        }
    }

    /// {@return whether each kind of database that it does something on has a way back}
    @Override
    public boolean reversible() {
        return backwards.containsKey(ANY) || backwards.keySet().containsAll(forwards.keySet());
    }

    private static Map<String, List<String>> with(
            Map<String, List<String>> known, String dialect, String[] statements) {
        for (String sql : statements) {
            refuseSeveral(sql);
        }
        var more = new LinkedHashMap<>(known);
        more.put(dialect, List.of(statements));
        return Map.copyOf(more);
    }

    private static void refuseSeveral(String sql) {
        @Nullable String second = SqlText.second(sql);
        if (second != null) {
            throw new StateException(
                    Problem.of("migrations.E013", "A string holds more than one SQL statement.")
                            .because("The second begins with: " + second)
                            .fixedBy("Pass each statement as a string of its own."));
        }
    }
}
