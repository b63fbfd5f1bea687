package dev.quintet.migrations;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.error.UnknownMigrationException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All migrations of a site, in one order that every dependency agrees with: always the same one
/// for the same migrations. Immutable.
final class MigrationGraph {

    private final Map<MigrationName, Migration> order;
    private final Map<MigrationName, Set<MigrationName>> needs;
    private final Squashes squashes;

    private MigrationGraph(
            Map<MigrationName, Migration> order,
            Map<MigrationName, Set<MigrationName>> needs,
            Squashes squashes) {
        this.order = order;
        this.needs = needs;
        this.squashes = squashes;
    }

    /// {@return the graph of the apps' migrations for a database that none is applied to}
    ///
    /// @throws GraphException when one is missing, doubled or waits for itself, or when two of an
    ///   app stand side by side at its end
    static MigrationGraph of(Apps apps, Settings settings) {
        return of(apps, settings, Set.of());
    }

    /// {@return the graph of the apps' migrations for a database with this history}
    ///
    /// @throws GraphException when one is missing, doubled or waits for itself, or when two of an
    ///   app stand side by side at its end
    static MigrationGraph of(Apps apps, Settings settings, Set<MigrationName> history) {
        MigrationGraph graph = unchecked(apps, settings, history);
        apps.list().forEach(app -> graph.refuseConflict(app.label()));
        return graph;
    }

    /// {@return the graph of the apps' migrations, also where those of an app end in several}
    ///
    /// @throws GraphException when one is missing, doubled or waits for itself
    static MigrationGraph unchecked(Apps apps, Settings settings, Set<MigrationName> history) {
        var named = new NamedModels(apps, settings);
        var all = new LinkedHashMap<MigrationName, Migration>();
        for (App app : apps.list()) {
            var ofApp = new TreeMap<String, Migration>();
            for (Migration listed : listed(app, settings)) {
                refuseStranger(app, listed);
                Migration migration = listed.settled(named::label);
                Migration other = ofApp.put(migration.name().name(), migration);
                if (other != null) {
                    throw doubled(migration, other);
                }
            }
            ofApp.values().forEach(migration -> all.put(migration.name(), migration));
        }
        Squashes squashes = Squashes.of(all, history);
        Map<MigrationName, Set<MigrationName>> needs = needs(squashes, named);
        return new MigrationGraph(ordered(squashes.used(), needs), needs, squashes);
    }

    /// What each migration waits for, as those are called that are used.
    private static Map<MigrationName, Set<MigrationName>> needs(
            Squashes squashes, NamedModels named) {
        Map<MigrationName, Set<MigrationName>> needs = new LinkedHashMap<>();
        for (Migration one : squashes.used().values()) {
            Set<MigrationName> own = new LinkedHashSet<>();
            for (MigrationName name : one.dependencies()) {
                @Nullable MigrationName found;
                if (name.app().equals(MigrationName.SETTING)) {
                    found = named.maker(one, name.name(), squashes.used().values());
                } else {
                    found =
                            name.name().equals(MigrationName.FIRST)
                                    ? first(name.app(), squashes)
                                    : squashes.resolved(name);
                }
                if (found != null && !found.equals(one.name())) {
                    own.add(found);
                }
            }
            needs.put(one.name(), own);
        }
        for (Migration one : squashes.used().values()) {
            for (MigrationName later : one.runBefore()) {
                Set<MigrationName> waiting = needs.get(squashes.resolved(later));
                if (waiting == null) {
                    throw missing(one, later, squashes.used().keySet());
                }
                waiting.add(one.name());
            }
        }
        return needs;
    }

    private static @Nullable MigrationName first(String app, Squashes squashes) {
        for (Migration one : squashes.used().values()) {
            boolean root =
                    one.name().app().equals(app)
                            && one.dependencies().stream()
                                    .map(squashes::resolved)
                                    .allMatch(name ->
                                            !name.app().equals(app) || name.equals(one.name()));
            if (root) {
                return one.name();
            }
        }
        return null;
    }

    /// {@return what a migration waits for}
    Set<MigrationName> needs(Migration migration) {
        return needs.getOrDefault(migration.name(), Set.of());
    }

    /// {@return whether a squashed migration stands for others, here or in another database}
    boolean squashed() {
        return !squashes.instead().isEmpty();
    }

    /// {@return what a squashed migration stands for; empty for every other}
    Set<MigrationName> standsFor(Migration migration) {
        return squashes.standsFor().getOrDefault(migration.name(), Set.of());
    }

    /// {@return the names that the history has of a migration}
    Set<MigrationName> recorded(Migration migration) {
        Set<MigrationName> names = new LinkedHashSet<>(standsFor(migration));
        names.add(migration.name());
        return names;
    }

    /// {@return what is applied: the history, and squashed migrations of which all is}
    Set<MigrationName> applied(Set<MigrationName> history) {
        Set<MigrationName> applied = new LinkedHashSet<>(history);
        for (Migration one : order.values()) {
            Set<MigrationName> names = standsFor(one);
            if (!names.isEmpty() && names.stream().anyMatch(history::contains)) {
                applied.addAll(names);
                applied.add(one.name());
            }
        }
        return applied;
    }

    /// {@return what each of these migrations, of one app, has before it that no other has; it
    /// itself last}
    List<List<Migration>> apart(List<Migration> ends) {
        List<List<Migration>> branches = new ArrayList<>();
        for (Migration end : ends) {
            List<Migration> others =
                    withDependencies(ends.stream().filter(one -> !one.equals(end)).toList());
            branches.add(
                    withDependencies(List.of(end)).stream()
                            .filter(one -> one.name().app().equals(end.name().app()))
                            .filter(one -> !others.contains(one))
                            .toList());
        }
        return branches;
    }

    /// {@return the last migrations of an app: those that no other of it depends on}
    List<Migration> ends(String label) {
        List<Migration> all = ofApp(label);
        Set<MigrationName> followed = new HashSet<>();
        all.forEach(one -> followed.addAll(needs(one)));
        return all.stream().filter(one -> !followed.contains(one.name())).toList();
    }

    static boolean has(App app) {
        return app instanceof HasMigrations migrating && !migrating.migrations().isEmpty();
    }

    private static List<Migration> listed(App app, Settings settings) {
        return app instanceof HasMigrations migrating ? migrating.migrations(settings) : List.of();
    }

    /// {@return all migrations, each behind those that it depends on}
    Collection<Migration> order() {
        return order.values();
    }

    /// {@return the migrations of an app, in their order}
    List<Migration> ofApp(String label) {
        return order.values().stream().filter(one -> one.name().app().equals(label)).toList();
    }

    /// {@return the migration that a name or its beginning means}
    ///
    /// @throws UnknownMigrationException when there is none, or more than one
    Migration find(String app, String beginning) {
        List<Migration> all = ofApp(app);
        List<String> names = all.stream().map(one -> one.name().name()).toList();
        int exact = names.indexOf(beginning);
        if (exact >= 0) {
            return all.get(exact);
        }
        List<String> meant = names.stream().filter(name -> name.startsWith(beginning)).toList();
        if (meant.size() == 1) {
            return all.get(names.indexOf(meant.getFirst()));
        }
        if (meant.isEmpty()) {
            throw new UnknownMigrationException(
                    Problem.of(
                                    "migrations.E008",
                                    "The app '" + app + "' has no migration '" + beginning + "'.")
                            .because("It has: " + String.join(", ", names) + ".")
                            .fixedBy(Nearest.question(beginning, names)));
        }
        throw new UnknownMigrationException(
                Problem.of(
                                "migrations.E009",
                                "More than one migration of '"
                                        + app
                                        + "' begins with '"
                                        + beginning
                                        + "'.")
                        .because("They are: " + String.join(", ", meant) + ".")
                        .fixedBy("Say more of the name."));
    }

    /// {@return these and all that they depend on, in order}
    List<Migration> withDependencies(Collection<Migration> wanted) {
        Set<MigrationName> needed = new HashSet<>();
        wanted.forEach(one -> needed.add(one.name()));
        // Backwards through the order each migration comes before those that it depends on.
        for (Migration one : List.copyOf(order.values()).reversed()) {
            if (needed.contains(one.name())) {
                needed.addAll(needs(one));
            }
        }
        return order.values().stream().filter(one -> needed.contains(one.name())).toList();
    }

    /// {@return these and all that depend on them, the last first}
    List<Migration> withDependents(Collection<Migration> wanted) {
        Set<MigrationName> reached = new HashSet<>();
        wanted.forEach(one -> reached.add(one.name()));
        var found = new ArrayList<Migration>();
        for (Migration one : order.values()) {
            if (reached.contains(one.name()) || needs(one).stream().anyMatch(reached::contains)) {
                reached.add(one.name());
                found.add(one);
            }
        }
        return found.reversed();
    }

    /// {@return the models behind all migrations}
    ProjectState state() {
        return state(order.keySet());
    }

    /// {@return the models behind some migrations, which hold all that they depend on}
    ProjectState state(Set<MigrationName> applied) {
        ProjectState state = ProjectState.empty();
        for (Migration one : order.values()) {
            if (applied.contains(one.name())) {
                for (Operation operation : one.operations()) {
                    state = operation.stateForwards(state);
                }
            }
        }
        return state;
    }

    /// {@return the models before each of these migrations}
    Map<MigrationName, ProjectState> statesBefore(Collection<Migration> wanted) {
        var names = new HashSet<MigrationName>();
        wanted.forEach(one -> names.add(one.name()));
        var states = new LinkedHashMap<MigrationName, ProjectState>();
        ProjectState state = ProjectState.empty();
        for (Migration one : order.values()) {
            if (names.contains(one.name())) {
                states.put(one.name(), state);
            }
            for (Operation operation : one.operations()) {
                state = operation.stateForwards(state);
            }
        }
        return states;
    }

    private static Map<MigrationName, Migration> ordered(
            Map<MigrationName, Migration> all, Map<MigrationName, Set<MigrationName>> needs) {
        var order = new LinkedHashMap<MigrationName, Migration>();
        var path = new LinkedHashSet<MigrationName>();
        all.values().forEach(migration -> place(migration, all, needs, order, path));
        return order;
    }

    private static void place(
            Migration migration,
            Map<MigrationName, Migration> all,
            Map<MigrationName, Set<MigrationName>> needs,
            Map<MigrationName, Migration> order,
            Set<MigrationName> path) {
        if (order.containsKey(migration.name())) {
            return;
        }
        if (!path.add(migration.name())) {
            throw circle(migration.name(), path);
        }
        for (MigrationName dependency : needs.getOrDefault(migration.name(), Set.of())) {
            Migration found = all.get(dependency);
            if (found == null) {
                throw missing(migration, dependency, all.keySet());
            }
            place(found, all, needs, order, path);
        }
        path.remove(migration.name());
        order.put(migration.name(), migration);
    }

    private void refuseConflict(String label) {
        List<String> ends = ends(label).stream().map(one -> one.name().name()).toList();
        if (ends.size() > 1) {
            throw new GraphException(
                    Problem.of(
                                    "migrations.E004",
                                    "The migrations of the app '" + label + "' do not end in one.")
                            .because(
                                    "None of it depends on any of these: "
                                            + String.join(", ", ends)
                                            + ".")
                            .fixedBy(
                                    "Write one that depends on all: makemigrations --merge. Or let"
                                            + " one of them depend on the other: dependsOn(\""
                                            + label
                                            + "\", \""
                                            + ends.getFirst()
                                            + "\")."));
        }
    }

    private static void refuseStranger(App app, Migration migration) {
        if (!migration.name().app().equals(app.label())) {
            throw new GraphException(
                    Problem.of(
                                    "migrations.E010",
                                    "The app '"
                                            + app.label()
                                            + "' lists the migration "
                                            + migration
                                            + " of another app.")
                            .fixedBy(
                                    "Pass \""
                                            + app.label()
                                            + "\" to the constructor of "
                                            + migration.getClass().getName()
                                            + ", or list it there."));
        }
    }

    private static GraphException doubled(Migration one, Migration other) {
        return new GraphException(
                Problem.of("migrations.E003", "Two migrations have the name " + one + ".")
                        .because(
                                "They are "
                                        + other.source().getName()
                                        + " and "
                                        + one.source().getName()
                                        + ".")
                        .fixedBy("Rename the one that was applied nowhere yet."));
    }

    private static GraphException missing(
            Migration asker, MigrationName dependency, Set<MigrationName> known) {
        List<String> names = known.stream().map(MigrationName::toString).toList();
        return new GraphException(
                Problem.of(
                                "migrations.E001",
                                "The migration "
                                        + asker
                                        + " depends on "
                                        + dependency
                                        + ", which is not there.")
                        .because(
                                "Either no app of the site has the label '"
                                        + dependency.app()
                                        + "', or it does not list it.")
                        .fixedBy(Nearest.question(dependency.toString(), names)));
    }

    private static GraphException circle(MigrationName again, Set<MigrationName> path) {
        var names = new ArrayList<String>();
        for (MigrationName one : path) {
            if (!names.isEmpty() || one.equals(again)) {
                names.add(one.toString());
            }
        }
        names.add(again.toString());
        return new GraphException(
                Problem.of("migrations.E002", "The migration " + again + " waits for itself.")
                        .because("Each depends on the next: " + String.join(" -> ", names) + ".")
                        .fixedBy("Move what closes the circle into a migration of its own."));
    }
}
