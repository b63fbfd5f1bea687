package dev.quintet.kernel.app;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The apps of a site, in the order that decides overriding: the first that has a template or a
/// static file of a name wins. Immutable.
public final class Apps {

    private final Map<String, App> byLabel;

    private Apps(Map<String, App> byLabel) {
        this.byLabel = byLabel;
    }

    /// {@return these apps}
    ///
    /// @throws AppException when two have the same label
    public static Apps of(List<? extends App> apps) {
        var byLabel = new LinkedHashMap<String, App>();
        for (App app : apps) {
            App other = byLabel.putIfAbsent(app.label(), app);
            if (other != null) {
                throw new AppException(
                        Problem.of("kernel.E010", "Two apps have the label '" + app.label() + "'.")
                                .because(
                                        "They are "
                                                + other.getClass().getName()
                                                + " and "
                                                + app.getClass().getName()
                                                + ".")
                                .fixedBy("List one of them only, or override label() in one."));
            }
        }
        return new Apps(byLabel);
    }

    /// {@return the apps in their order}
    public List<App> list() {
        return List.copyOf(byLabel.values());
    }

    /// {@return the app of this label}
    ///
    /// @throws AppException when there is none
    public App get(String label) {
        App app = byLabel.get(label);
        if (app == null) {
            throw new AppException(
                    Problem.of("kernel.E011", "No app has the label '" + label + "'.")
                            .because("The apps are: " + String.join(", ", byLabel.keySet()) + ".")
                            .fixedBy(Nearest.question(label, byLabel.keySet())));
        }
        return app;
    }

    /// {@return the app that a class belongs to: the one with the longest package that holds it, or
    /// `null` when none does}
    public @Nullable App owning(String className) {
        App best = null;
        int longest = -1;
        for (App app : byLabel.values()) {
            String home = app.getClass().getPackageName();
            boolean holds = home.isEmpty() || className.startsWith(home + ".");
            if (holds && home.length() > longest) {
                best = app;
                longest = home.length();
            }
        }
        return best;
    }
}
