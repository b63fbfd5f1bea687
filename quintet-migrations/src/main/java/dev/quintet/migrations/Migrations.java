package dev.quintet.migrations;

import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.operations.ProjectState;
import java.util.List;

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

    /// {@return the models that they add up to}
    public ProjectState state() {
        return graph.state();
    }
}
