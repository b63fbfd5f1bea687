package dev.quintet.migrations.autodetect;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.Migrations;
import dev.quintet.migrations.UnsafeChange;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.ChoosesModels;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.schema.DatabaseNames;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a site's models have become since its migrations were written, as migrations with their
/// final names. What `makemigrations` does, less the files.
public final class ProjectMigrations {

    private static final Pattern NUMBER = Pattern.compile("(?:.*_squashed_)?(\\d+)_.*");

    private final Migrations migrations;
    private final ProjectState before;
    private final ProjectState models;
    private final Set<String> migrated = new HashSet<>();
    private final Map<String, String> named = new HashMap<>();

    private ProjectMigrations(Context site) {
        this.migrations = Migrations.of(site);
        this.before = migrations.state();
        List<ModelState> states = new ArrayList<>();
        for (ModelMapping<?> one :
                site.getOr(Models.KEY, () -> Models.of(site.apps(), site.settings())).list()) {
            states.add(named(one.state()));
        }
        this.models = ProjectState.of(states);
        for (App app : site.apps().list()) {
            if (app instanceof HasMigrations) {
                migrated.add(app.label());
            }
            if (app instanceof ChoosesModels choosing) {
                for (Setting<String> one : choosing.modelSettings()) {
                    named.put(site.settings().get(one).toLowerCase(Locale.ROOT), one.name());
                }
            }
        }
    }

    /// {@return those of a site}
    public static ProjectMigrations of(Context site) {
        return new ProjectMigrations(site);
    }

    /// {@return the migrations that are missing, by app, in the order in which they are written}
    ///
    /// @param apps labels of the only apps that are looked at, and those that they need; empty for
    ///   all that have migrations
    /// @param questioner answers what the models do not tell
    /// @param otherwise what a migration is called whose operations do not say, such as
    ///   `auto_20261125_1530`
    public Map<String, List<MigrationDraft>> missing(
            Set<String> apps, Questioner questioner, String otherwise) {
        return named(changes(apps, questioner), otherwise);
    }

    /// {@return the same in steps that a site in use does not feel}
    ///
    /// @param apps as for {@link #missing}
    public Map<String, List<MigrationDraft>> missingInSafeSteps(
            Set<String> apps, Questioner questioner, String otherwise) {
        Map<String, List<MigrationDraft>> safe = new LinkedHashMap<>();
        changes(apps, questioner)
                .forEach((app, drafts) -> safe.put(app, SafeSteps.of(app, drafts, before)));
        return named(safe, otherwise);
    }

    /// {@return what is unsafe of these migrations for a site in use}
    ///
    /// @param dialect `sqlite`, `postgresql` or `mariadb`
    public List<UnsafeChange> unsafe(Map<String, List<MigrationDraft>> drafts, String dialect) {
        List<UnsafeChange> found = new ArrayList<>();
        drafts.forEach((_, all) -> {
            ProjectState state = before;
            List<String> fresh = new ArrayList<>();
            for (MigrationDraft draft : all) {
                found.addAll(
                        UnsafeChange.in(draft.name(), draft.operations(), state, fresh, dialect));
                for (Operation one : draft.operations()) {
                    state = one.stateForwards(state);
                }
            }
        });
        return found;
    }

    private Map<String, List<MigrationDraft>> changes(Set<String> apps, Questioner questioner) {
        Set<String> left = new HashSet<>();
        models.models().forEach(model -> left.add(model.app()));
        before.models().forEach(model -> left.add(model.app()));
        left.removeAll(migrated);
        Map<String, List<MigrationDraft>> changes =
                Autodetector.of(before, models, questioner)
                        .leaving(left)
                        .naming(named)
                        .changes(this::last);
        return wanted(changes, apps);
    }

    /// An index that has no name of its own gets the one that the database will call it by: a later
    /// migration drops it by that.
    private static ModelState named(ModelState model) {
        List<IndexState> indexes = new ArrayList<>();
        for (IndexState one : model.indexes()) {
            indexes.add(one.name().isEmpty() ? one.named(DatabaseNames.of(model, one)) : one);
        }
        return model.withIndexes(indexes);
    }

    /// {@return a model's label as its class is written}
    ///
    /// @param label whatever the case of its letters
    public String proper(String label) {
        ModelState model = models.find(label);
        if (model == null) {
            model = before.find(label);
        }
        return model == null ? label : model.label();
    }

    /// {@return the names of the settings that name models, by the labels of those in small
    /// letters}
    public Map<String, String> named() {
        return Map.copyOf(named);
    }

    /// {@return the last migration of an app, or `null` when it has none}
    public @Nullable MigrationName last(String app) {
        List<Migration> all = migrations.ofApp(app);
        return all.isEmpty() ? null : all.getLast().name();
    }

    /// {@return the name of the next migration of an app}
    ///
    /// @param words what it does
    public MigrationName next(String app, String words) {
        return new MigrationName(app, numbered(numberOf(last(app)) + 1, words));
    }

    private Map<String, List<MigrationDraft>> wanted(
            Map<String, List<MigrationDraft>> changes, Set<String> apps) {
        if (apps.isEmpty()) {
            return changes;
        }
        Set<String> needed = new HashSet<>(apps);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String app : List.copyOf(needed)) {
                for (MigrationDraft draft : changes.getOrDefault(app, List.of())) {
                    for (MigrationName one : draft.dependencies()) {
                        String other = app(one);
                        grown |= changes.containsKey(other) && needed.add(other);
                    }
                }
            }
        }
        Map<String, List<MigrationDraft>> wanted = new LinkedHashMap<>(changes);
        wanted.keySet().retainAll(needed);
        return wanted;
    }

    private String app(MigrationName name) {
        for (Map.Entry<String, String> one : named.entrySet()) {
            if (name.equals(new MigrationName(MigrationName.SETTING, one.getValue()))) {
                return one.getKey().substring(0, one.getKey().indexOf('.'));
            }
        }
        return name.app();
    }

    private Map<String, List<MigrationDraft>> named(
            Map<String, List<MigrationDraft>> changes, String otherwise) {
        Map<MigrationName, MigrationName> names = new HashMap<>();
        changes.forEach((app, drafts) -> {
            int number = numberOf(last(app));
            for (MigrationDraft draft : drafts) {
                number++;
                boolean first = number == 1;
                names.put(
                        draft.name(),
                        new MigrationName(
                                app,
                                numbered(number, first ? "initial" : draft.laterName(otherwise))));
            }
        });
        Map<String, List<MigrationDraft>> named = new LinkedHashMap<>();
        changes.forEach((app, drafts) -> {
            List<MigrationDraft> renamed = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                renamed.add(renamed(drafts.get(i), i == 0 ? last(app) : null, names));
            }
            named.put(app, renamed);
        });
        return named;
    }

    private MigrationDraft renamed(
            MigrationDraft draft,
            @Nullable MigrationName before,
            Map<MigrationName, MigrationName> names) {
        Set<MigrationName> after = new java.util.LinkedHashSet<>();
        if (before != null) {
            after.add(before);
        }
        for (MigrationName one : draft.dependencies()) {
            if (one.name().equals(MigrationDraft.FIRST)) {
                List<Migration> all = migrations.ofApp(one.app());
                if (!all.isEmpty()) {
                    after.add(all.getFirst().name());
                }
            } else {
                after.add(names.getOrDefault(one, one));
            }
        }
        return new MigrationDraft(
                names.getOrDefault(draft.name(), draft.name()),
                draft.initial(),
                List.copyOf(after),
                draft.operations(),
                draft.atomic(),
                draft.replaces());
    }

    private static int numberOf(@Nullable MigrationName name) {
        if (name == null) {
            return 0;
        }
        Matcher number = NUMBER.matcher(name.name());
        return number.matches() ? Integer.parseInt(Objects.requireNonNull(number.group(1))) : 0;
    }

    private static String numbered(int number, String words) {
        return String.format(Locale.ROOT, "%04d_%s", number, words);
    }
}
