package dev.quintet;

import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.Step;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks that the databases answer, and that the default one has the tables of all models.
public final class DatabaseChecks implements Check {

    /// So many missing tables are named.
    private static final int MOST_NAMED = 5;

    /// For {@link java.util.ServiceLoader}.
    public DatabaseChecks() {}

    @Override
    public Set<String> tags() {
        return Set.of(DATABASE);
    }

    @Override
    public List<CheckMessage> run(Context site) {
        if (site.find(Databases.KEY).isEmpty() || site.find(Models.KEY).isEmpty()) {
            return List.of();
        }
        try {
            return tables(site);
        } catch (QuintetException unreachable) {
            Problem problem = unreachable.problem();
            String cause = problem.cause() == null ? "" : " " + problem.cause();
            CheckMessage found =
                    CheckMessage.error(problem.code(), problem.problem() + cause, null);
            return List.of(problem.fix() == null ? found : found.hint(problem.fix()));
        }
    }

    /// {@return what is to be said of missing tables and migrations; nothing where the site has no
    /// models}
    ///
    /// @throws QuintetException when a database cannot be reached
    static List<CheckMessage> tables(Context site) {
        List<ModelMapping<?>> models = site.get(Models.KEY).list();
        if (models.isEmpty()) {
            return List.of();
        }
        Map<String, ServiceUrl> urls = site.settings().databases();
        Databases databases = site.get(Databases.KEY);
        Map<String, Set<String>> tables = new HashMap<>();
        for (Database database : databases.all()) {
            refuseMissingFile(database.alias(), urls.get(database.alias()));
            tables.put(database.alias(), tablesOf(database));
        }
        var missing = new TreeSet<String>();
        for (ModelMapping<?> model : models) {
            String home = databases.routing().forWrite(model.state(), null);
            Set<String> present = tables.getOrDefault(home, Set.of());
            want(model.state().table(), present, missing);
            for (FieldState field : model.state().fields()) {
                RelationState relation = field.relation();
                if (relation != null && relation.through() != null) {
                    want(relation.through().table(), present, missing);
                }
            }
        }
        var found = new ArrayList<CheckMessage>();
        if (!missing.isEmpty()) {
            found.add(missing(missing));
        }
        List<Step> waiting = Migrator.of(site).plan();
        if (!waiting.isEmpty()) {
            String whose =
                    waiting.stream()
                            .map(step -> step.migration().name().app())
                            .distinct()
                            .collect(Collectors.joining(", "));
            String sentence =
                    (waiting.size() == 1
                                    ? "A migration is not applied: "
                                    : waiting.size() + " migrations are not applied: ")
                            + whose
                            + ".";
            found.add(CheckMessage.warning("site.W012", sentence, null).hint("Run `migrate`."));
        }
        return found;
    }

    private static CheckMessage missing(Set<String> tables) {
        String named = String.join(", ", tables.stream().limit(MOST_NAMED).toList());
        String more =
                tables.size() > MOST_NAMED ? " and " + (tables.size() - MOST_NAMED) + " more" : "";
        String sentence =
                tables.size() == 1
                        ? "The database has no table " + named + "."
                        : "The database has no tables " + named + more + ".";
        return CheckMessage.error("site.E010", sentence, null)
                .hint(
                        "Run `migrate` (after `makemigrations`, where a model has changed), or look"
                                + " whether DATABASE_URL names the right database.");
    }

    private static void want(String table, Set<String> present, Set<String> missing) {
        if (!present.contains(table) && !present.contains(table.toLowerCase(Locale.ROOT))) {
            missing.add(table);
        }
    }

    private static Set<String> tablesOf(Database database) {
        return database.query(
                SqlStatement.of(database.dialect().tableNames()),
                new Object[0],
                (result, _) -> {
                    var names = new TreeSet<String>();
                    while (result.next()) {
                        names.add(Objects.requireNonNull(result.getString(1)));
                    }
                    return names;
                });
    }

    /// To look into a file that is not there would make it.
    private static void refuseMissingFile(String alias, @Nullable ServiceUrl url) {
        if (url == null || !url.scheme().equals("sqlite") || url.path().startsWith(":memory:")) {
            return;
        }
        if (!Files.exists(Path.of(url.path()))) {
            throw new MissingDatabaseException(
                    Problem.of(
                                    "site.E011",
                                    "The database '"
                                            + alias
                                            + "' has no file "
                                            + url.path()
                                            + " yet.")
                            .fixedBy("Run `migrate` to make it, or correct DATABASE_URL."));
        }
    }
}
