package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.error.StateException;
import dev.quintet.migrations.operations.ProjectState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares the models with the state that the migrations add up to, and finds the migrations that
/// lead from one to the other. Django: `MigrationAutodetector`. Immutable.
public final class Autodetector {

    private final ProjectState from;
    private final ProjectState to;
    private final Questioner questioner;
    private final Set<String> unmigrated;
    private final Set<String> first;
    private final Map<String, String> named;

    private Autodetector(
            ProjectState from,
            ProjectState to,
            Questioner questioner,
            Set<String> unmigrated,
            Set<String> first,
            Map<String, String> named) {
        this.from = from;
        this.to = to;
        this.questioner = questioner;
        this.unmigrated = Set.copyOf(unmigrated);
        this.first = Set.copyOf(first);
        this.named = Map.copyOf(named);
    }

    /// {@return one that compares two states}
    ///
    /// @param from what the migrations add up to
    /// @param to the models
    public static Autodetector of(ProjectState from, ProjectState to, Questioner questioner) {
        return new Autodetector(from, to, questioner, Set.of(), Set.of(), Map.of());
    }

    /// {@return this, which leaves apps alone that have no migrations}
    ///
    /// @param apps their labels
    public Autodetector leaving(Set<String> apps) {
        return new Autodetector(from, to, questioner, apps, first, named);
    }

    /// {@return this, which creates some models before the others, as many lead to them: users}
    ///
    /// @param labels as `app.Model`
    public Autodetector beginningWith(Set<String> labels) {
        return new Autodetector(
                from,
                to,
                questioner,
                unmigrated,
                labels.stream()
                        .map(label -> label.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                named);
    }

    /// {@return this, where what leads to a model that a setting names waits for whichever model
    /// that is}
    ///
    /// @param named the names of the settings, by the labels of the models
    public Autodetector naming(Map<String, String> named) {
        return new Autodetector(from, to, questioner, unmigrated, first, named);
    }

    /// {@return the migrations that are missing, by app; nothing where models and migrations agree}
    ///
    /// @param last the last migration that an app has, or `null` when it has none
    /// @throws StateException when the changes wait for each other in a circle
    public Map<String, List<MigrationDraft>> changes(
            Function<String, @Nullable MigrationName> last) {
        Detection found = detect();
        var plan = new TreeMap<String, List<Planned>>();
        found.plan.forEach((app, operations) -> plan.put(app, Sorted.of(app, operations)));
        return new Chopping(plan, last, this::isNew, this::setting).migrations();
    }

    /// {@return whether an app has no models yet in what the migrations add up to}
    private boolean isNew(String app) {
        return from.models().stream().noneMatch(model -> model.app().equals(app));
    }

    private @Nullable String setting(ModelKey model) {
        return named.get(model.label().toLowerCase(Locale.ROOT));
    }

    private Detection detect() {
        var found = new Detection(new StateView(from), new StateView(to), questioner, unmigrated);
        new RenamedModels(found).find();
        found.settleModels();
        var created = new CreatedModels(found, key -> first.contains(key.label()));
        var deleted = new DeletedModels(found);
        var altered = new AlteredModels(found);
        var fields = new FieldChanges(found);
        deleted.find();
        created.find();
        deleted.findProxies();
        created.findProxies();
        altered.options();
        altered.managers();
        fields.findRenamed();
        var indexes = new IndexChanges(found);
        indexes.removeConstraints();
        indexes.removeIndexes();
        fields.rename();
        indexes.renameIndexes();
        indexes.loosen();
        fields.remove();
        fields.add();
        fields.alter();
        altered.order();
        indexes.tighten();
        indexes.addIndexes();
        indexes.addConstraints();
        altered.tables();
        altered.comments();
        return found;
    }
}
