package dev.quintet.kernel.app;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The apps of a site, in the order that decides overriding: the first that has a template or a
/// static file of a name wins. Safe for many threads.
public final class Apps {

    private final Map<String, App> byLabel;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean serving = new AtomicBoolean();

    private Apps(Map<String, App> byLabel) {
        this.byLabel = byLabel;
    }

    /// {@return these apps}
    ///
    /// @throws AppException when two have the same label
    public static Apps of(List<? extends App> apps) {
        var byLabel = new LinkedHashMap<String, App>();
        for (App app : apps) {
            refuseUnlessLabel(app);
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

    private static void refuseUnlessLabel(App app) {
        if (!app.label().matches("[a-z_][a-z0-9_]*")) {
            throw new AppException(
                    Problem.of(
                                    "kernel.E015",
                                    "The app "
                                            + app.getClass().getName()
                                            + " has the label '"
                                            + app.label()
                                            + "'.")
                            .because("A label is part of table names: small letters, digits, _.")
                            .fixedBy("Override label()."));
        }
    }

    /// {@return those of a type, which may be an interface, in their order}
    public <A> List<A> all(Class<A> type) {
        return byLabel.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// {@return whether there is one of a type}
    public boolean has(Class<?> type) {
        return byLabel.values().stream().anyMatch(type::isInstance);
    }

    /// {@return apps made from these classes, in their order}
    ///
    /// @throws AppException when one cannot be made, or two have the same label
    public static Apps load(List<Class<? extends App>> classes) {
        var apps = new ArrayList<App>();
        for (Class<? extends App> one : classes) {
            apps.add(made(one));
        }
        return of(apps);
    }

    private static App made(Class<? extends App> one) {
        try {
            return one.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw new AppException(
                    Problem.of(
                                    "kernel.E013",
                                    "The app " + one.getName() + " fails when it is made.")
                            .because(String.valueOf(thrown.getCause()))
                            .fixedBy("Keep its constructor empty, and work in ready()."),
                    thrown.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new AppException(
                    Problem.of("kernel.E012", "The app " + one.getName() + " cannot be made.")
                            .because("It is made by a public constructor without parameters.")
                            .fixedBy(
                                    "Make the class and its constructor public, not abstract, and"
                                            + " export or open its package if it is in a named"
                                            + " module."),
                    wrong);
        }
    }

    /// Calls `ready` of each app in their order, in the site's context; the second time nothing
    /// happens, whichever thread asks.
    ///
    /// @throws AppException when one fails, naming it
    public void ready(Context site) {
        if (ready.compareAndSet(false, true)) {
            each(site, "ready", App::ready);
        }
    }

    /// Calls `serving` of each app in their order, in the site's context; the second time nothing
    /// happens, whichever thread asks.
    ///
    /// @throws AppException when one fails, naming it
    public void serving(Context site) {
        if (serving.compareAndSet(false, true)) {
            each(site, "serving", App::serving);
        }
    }

    private void each(Context site, String method, BiConsumer<App, Context> call) {
        for (App app : byLabel.values()) {
            try {
                site.run(() -> call.accept(app, site));
            } catch (QuintetException told) {
                throw told;
            } catch (RuntimeException thrown) {
                throw new AppException(
                        Problem.of(
                                        "kernel.E014",
                                        "The app '" + app.label() + "' fails in " + method + "().")
                                .because(thrown.toString())
                                .fixedBy("Mend " + app.getClass().getName() + "."),
                        thrown);
            }
        }
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
            for (String home : app.packages()) {
                boolean holds = home.isEmpty() || className.startsWith(home + ".");
                if (holds && home.length() > longest) {
                    best = app;
                    longest = home.length();
                }
            }
        }
        return best;
    }
}
