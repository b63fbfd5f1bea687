package dev.quintet.migrations;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.error.UnknownMigrationException;
import dev.quintet.migrations.operations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The migrations of a site, without a database. Immutable.
public final class Migrations {

    private final MigrationGraph graph;

    private Migrations(MigrationGraph graph) {
        this.graph = graph;
    }

    /// {@return those of a site}
    ///
    /// @throws GraphException when they do not fit together
    public static Migrations of(Context site) {
        return new Migrations(MigrationGraph.of(site.apps(), site.settings()));
    }

    /// {@return all of them, each behind those that it depends on}
    public List<Migration> all() {
        return List.copyOf(graph.order());
    }

    /// {@return the migrations of an app, in their order}
    public List<Migration> ofApp(String app) {
        return graph.ofApp(app);
    }

    /// {@return the migration that a name or its beginning means}
    ///
    /// @throws UnknownMigrationException when there is none, or more than one
    public Migration find(String app, String beginning) {
        return graph.find(app, beginning);
    }

    /// {@return the apps whose migrations end in several that none depends on, with what each
    /// branch has for itself}
    public static List<Branches> branches(Context site) {
        MigrationGraph graph = MigrationGraph.unchecked(site.apps(), site.settings(), Set.of());
        List<Branches> found = new ArrayList<>();
        for (App app : site.apps().list()) {
            List<Migration> ends = graph.ends(app.label());
            if (ends.size() > 1) {
                found.add(new Branches(app.label(), graph.apart(ends)));
            }
        }
        return found;
    }

    /// {@return the models that they add up to}
    public ProjectState state() {
        return graph.state();
    }
}
