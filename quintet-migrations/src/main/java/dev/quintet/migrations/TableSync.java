package dev.quintet.migrations;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes the missing tables of apps that have no migrations, as their models are. Never touches a
/// table that exists, nor one of a model that is not managed. Django: `migrate --run-syncdb`.
final class TableSync {

    private final Database database;
    private final List<ModelState> models;
    private final Set<String> labels;

    TableSync(Database database, Context site) {
        this.database = database;
        this.models =
                site
                        .getOr(Models.KEY, () -> Models.of(site.apps(), site.settings()))
                        .list()
                        .stream()
                        .<ModelState>map(ModelMapping::state)
                        .filter(model -> Migrator.belongs(site, database, model))
                        .toList();
        this.labels =
                site.apps().list().stream()
                        .filter(app -> !MigrationGraph.has(app))
                        .map(App::label)
                        .collect(java.util.stream.Collectors.toSet());
    }

    /// {@return the labels of the apps without migrations that have a model with a table to make}
    List<String> apps() {
        return models.stream()
                .filter(model -> model.managed() && labels.contains(model.app()))
                .map(ModelState::app)
                .distinct()
                .sorted()
                .toList();
    }

    /// {@return a state and the models of apps without migrations, which those of others may lead
    /// to; their tables are as they are now, whatever migration is looked at}
    ProjectState around(ProjectState told) {
        ProjectState all = told;
        for (ModelState model : models) {
            if (labels.contains(model.app()) && all.find(model.label()) == null) {
                all = all.with(model);
            }
        }
        return all;
    }

    /// {@return the models whose tables are missing}
    List<ModelState> missing(Predicate<String> app) {
        return absent().filter(model -> isSynced(model, app)).toList();
    }

    /// The models without a table, those of migrated apps as well.
    private Stream<ModelState> absent() {
        Set<String> there = History.tables(database);
        return models.stream()
                .filter(ModelState::managed)
                .filter(model -> !there.contains(History.named(database.dialect(), model.table())));
    }

    private boolean isSynced(ModelState model, Predicate<String> app) {
        return labels.contains(model.app()) && app.test(model.app());
    }

    /// {@return those of them that lead only to tables which are there, and to each other: they can
    /// be made before any migration is applied}
    List<ModelState> standing(Predicate<String> app) {
        List<ModelState> alone = new ArrayList<>();
        Set<String> absent = new HashSet<>();
        absent().forEach(model -> {
            if (isSynced(model, app)) {
                alone.add(model);
            } else {
                absent.add(model.label());
            }
        });
        boolean less = true;
        while (less) {
            less = false;
            for (ModelState model : List.copyOf(alone)) {
                if (leadsTo(model, absent)) {
                    alone.remove(model);
                    absent.add(model.label());
                    less = true;
                }
            }
        }
        return List.copyOf(alone);
    }

    private static boolean leadsTo(ModelState model, Set<String> labels) {
        return model.bases().stream().anyMatch(labels::contains)
                || model.fields().stream()
                        .map(FieldState::relation)
                        .anyMatch(
                                relation -> relation != null && labels.contains(relation.target()));
    }

    /// {@return the statements that make these tables}
    List<String> statements(List<ModelState> missing) {
        return new SchemaEditor(database.dialect(), models).createAll(missing);
    }
}
