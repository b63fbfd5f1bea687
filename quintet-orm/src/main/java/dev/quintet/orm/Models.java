package dev.quintet.orm;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The models of a site, by label, in the order of their apps. Immutable.
public final class Models {

    /// Under which a context holds them.
    public static final ContextKey<Models> KEY = ContextKey.named("models");

    private final Map<String, ModelMapping<?>> byLabel;
    private volatile @Nullable Leaders leaders;

    private Models(Map<String, ModelMapping<?>> byLabel) {
        this.byLabel = byLabel;
        WaysBack.open(byLabel.values());
    }

    /// {@return what leads to the rows of each model}
    Leaders leaders() {
        Leaders known = leaders;
        if (known == null) {
            known = Leaders.of(byLabel.values());
            leaders = known;
        }
        return known;
    }

    /// {@return these models}
    ///
    /// @throws MappingException when two have the same label
    public static Models of(Collection<? extends ModelMapping<?>> mappings) {
        Map<String, ModelMapping<?>> byLabel = new LinkedHashMap<>();
        for (ModelMapping<?> mapping : mappings) {
            ModelMapping<?> other = byLabel.putIfAbsent(mapping.state().label(), mapping);
            if (other != null && !other.equals(mapping)) {
                throw new MappingException(
                        Problem.of(
                                        "orm.E003",
                                        "Two models have the label "
                                                + mapping.state().label()
                                                + ".")
                                .because(
                                        "They are "
                                                + other.type().getName()
                                                + " and "
                                                + mapping.type().getName()
                                                + ".")
                                .fixedBy(
                                        "Rename one, or give one another app by @Meta(app ="
                                                + " ...)."));
            }
        }
        return new Models(byLabel);
    }

    /// {@return the models of these apps where no setting was changed}
    public static Models of(Apps apps) {
        return of(apps, new Settings());
    }

    /// {@return the models of these apps, from the indexes beside their classes}
    public static Models of(Apps apps, Settings settings) {
        var names = new LinkedHashSet<String>();
        apps.list().forEach(app -> names.addAll(ModelIndex.of(app)));
        var found = new LinkedHashMap<String, ModelMapping<?>>();
        for (App app : apps.list()) {
            for (String name : names) {
                boolean chosen =
                        !(app instanceof ChoosesModels choosing)
                                || choosing.hasModel(name, settings);
                if (chosen && app.equals(apps.owning(name))) {
                    found.put(name, mapping(app, name));
                }
            }
        }
        return of(found.values());
    }

    private static ModelMapping<?> mapping(App app, String name) {
        try {
            Class<?> type = Class.forName(name, true, app.getClass().getClassLoader());
            return Mappings.of(type.asSubclass(Entity.class));
        } catch (ClassNotFoundException stale) {
            throw new MappingException(
                    Problem.of("orm.E004", "The model " + name + " is indexed, but not there.")
                            .because(stale.toString())
                            .fixedBy(
                                    "Build the project from clean: an old index was left behind."));
        }
    }

    /// {@return all of them}
    public List<ModelMapping<?>> list() {
        return List.copyOf(byLabel.values());
    }

    /// {@return the model of this label}
    ///
    /// @param label as `app.Model`
    /// @throws MappingException when there is none
    public ModelMapping<?> get(String label) {
        ModelMapping<?> found = byLabel.get(label);
        if (found == null) {
            throw unknown(label, byLabel.keySet());
        }
        return found;
    }

    static MappingException unknown(String label, Collection<String> labels) {
        return new MappingException(
                Problem.of("orm.E005", "No model has the label " + label + ".")
                        .because("The models are: " + String.join(", ", labels) + ".")
                        .fixedBy(Nearest.question(label, labels)));
    }
}
