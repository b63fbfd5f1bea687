package dev.quintet.dev;

import dev.quintet.RunningSite;
import dev.quintet.Site;
import dev.quintet.http.Middleware;
import dev.quintet.http.RequestPipeline;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.sql.Plans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A site as its sources are now: classes loaded for it alone, and put together anew.
final class Generation implements AutoCloseable {

    private final ProjectLoader loader;
    private final RunningSite site;
    private final RequestPipeline pipeline;

    private Generation(ProjectLoader loader, RunningSite site, RequestPipeline pipeline) {
        this.loader = loader;
        this.site = site;
        this.pipeline = pipeline;
    }

    /// Starts one.
    ///
    /// @param words of the command line
    /// @param around goes around all of the site's own middleware
    static Generation start(
            Project project, List<String> words, List<Middleware> around, Recording recording) {
        var loader = new ProjectLoader(project.sources(), ProjectLoader.libraries());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Site site = site(project, loader, words);
            var sources =
                    new SettingsSources(
                            project.folder(), System.getenv(), Commands.settingsIn(words));
            RunningSite running = site.start(sources, words, UnaryOperator.identity());
            for (Database database : running.context().get(Databases.KEY).all()) {
                database.observe(recording);
            }
            var all = new ArrayList<>(around);
            all.addAll(running.pipeline().middleware());
            return new Generation(loader, running, running.pipeline().with(all));
        } catch (Throwable failed) {
            close(loader);
            throw failed;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// {@return the site that the project's main class makes, of classes of `loader`}
    static Site site(Project project, ProjectLoader loader, List<String> words) {
        try {
            Class<?> type = loader.loadClass(project.main());
            Method main = main(type);
            if (main == null) {
                return (Site) type.getDeclaredConstructor().newInstance();
            }
            Site found = Site.ofMain(() -> call(main, words));
            if (found == null) {
                throw new CommandException(
                        Problem.of("dev.E003", project.main() + ".main starts no site.")
                                .fixedBy("Call manage(args) on a site at its end."));
            }
            return found;
        } catch (ReflectiveOperationException | ClassCastException odd) {
            throw new CommandException(
                    Problem.of("dev.E004", project.main() + " cannot be started again.")
                            .because(odd.toString())
                            .fixedBy(
                                    "Give it a method main(String...), or a constructor without"
                                            + " parameters."),
                    odd);
        }
    }

    /// {@return the method that Java starts a program by (JEP 512), or `null` where there is none}
    private static @Nullable Method main(Class<?> type) {
        Method found = null;
        for (Class<?> at = type; at != null && found == null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                Class<?>[] parameters = method.getParameterTypes();
                boolean words = parameters.length == 1 && parameters[0] == String[].class;
                if (method.getName().equals("main")
                        && !Modifier.isPrivate(method.getModifiers())
                        && (words || (parameters.length == 0 && found == null))) {
                    found = method;
                }
            }
        }
        return found;
    }

    private static void call(Method main, List<String> words) {
        try {
            main.setAccessible(true);
            Object receiver = null;
            if (!Modifier.isStatic(main.getModifiers())) {
                var constructor = main.getDeclaringClass().getDeclaredConstructor();
                constructor.setAccessible(true);
                receiver = constructor.newInstance();
            }
            if (main.getParameterCount() == 0) {
                main.invoke(receiver);
            } else {
                main.invoke(receiver, (Object) words.toArray(String[]::new));
            }
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case RuntimeException same -> throw same;
                case Error same -> throw same;
                case null, default -> throw new IllegalStateException(thrown.getCause());
            }
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(closed);
        }
    }

    RunningSite site() {
        return site;
    }

    ClassLoader loader() {
        return loader;
    }

    RequestPipeline pipeline() {
        return pipeline;
    }

    /// Frees all that knows its classes.
    @Override
    public void close() {
        site.close();
        Signal.disconnectAll(loader);
        Plans.forget();
        close(loader);
    }

    private static void close(ProjectLoader loader) {
        try {
            loader.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
