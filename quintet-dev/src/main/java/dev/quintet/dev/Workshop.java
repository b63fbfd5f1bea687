package dev.quintet.dev;

import dev.quintet.AccessLog;
import dev.quintet.RunningSite;
import dev.quintet.dev.compile.Finding;
import dev.quintet.dev.compile.Outcome;
import dev.quintet.dev.compile.ProjectCompiler;
import dev.quintet.http.Failure;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.server.PipelineSource;
import dev.quintet.web.WebSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps a site as its sources are: looks at them before each request and a few times a second,
/// compiles what changed, and puts the site together anew. Requests that come meanwhile wait for
/// it; those that are under way end where they began. Safe for many threads.
final class Workshop implements PipelineSource, AutoCloseable {

    private static final System.Logger LOG = Loggers.named("quintet.dev");
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final List<String> OWN_MACHINE = List.of(".localhost", "127.0.0.1", "[::1]");

    private final Project project;
    private final List<String> words;
    private final PrintWriter err;
    private final Consumer<Generation> started;
    private final @Nullable ProjectCompiler compiler;
    private final Watched watched;
    private final Changes changes = new Changes();
    private final Recording recording = new Recording();
    private final CaughtMail mail;
    private final List<Middleware> around;

    /// Held while the site is made anew, though that reads files and runs foreign code: waiting for
    /// it is what requests are to do.
    private final ReentrantLock making = new ReentrantLock();

    private final Map<RequestPipeline, Hall> halls = new HashMap<>();
    private final Thread watcher = Thread.ofVirtual().name("sources").unstarted(this::watch);
    private Hall current;
    private long lookedAt;
    private volatile boolean closed;

    /// Where the site is reached, less the last slash; empty until somebody says so.
    private volatile String address = "";

    /// A way through the site, and how many requests are on it.
    private static final class Hall {
        private final RequestPipeline pipeline;
        private final @Nullable Generation generation;
        private int inside;
        private boolean left;

        private Hall(RequestPipeline pipeline, @Nullable Generation generation) {
            this.pipeline = pipeline;
            this.generation = generation;
        }
    }

    private Workshop(
            Project project,
            List<String> words,
            PrintWriter err,
            PrintWriter post,
            Consumer<Generation> started) {
        this.project = project;
        this.words = List.copyOf(words);
        this.err = err;
        this.started = started;
        this.mail = new CaughtMail(one -> post(post, one));
        this.around =
                List.of(
                        new Refresh(changes),
                        new MailDesk(mail),
                        new ViteServer(),
                        new AccessLog(),
                        recording);
        this.watched = new Watched(project);
        this.compiler = ProjectCompiler.of(project.sources(), project.libraries());
        this.current = made(compile());
        halls.put(current.pipeline, current);
    }

    /// {@return one that has the site, or the page that says why there is none}
    ///
    /// @param words of the command line
    /// @param err where it tells what it does
    /// @param started called with each site that was started
    static Workshop open(
            Project project, List<String> words, PrintWriter err, Consumer<Generation> started) {
        return open(project, words, err, err, started);
    }

    /// @param post where it tells which mail was caught
    static Workshop open(
            Project project,
            List<String> words,
            PrintWriter err,
            PrintWriter post,
            Consumer<Generation> started) {
        var workshop = new Workshop(project, words, err, post, started);
        workshop.watcher.start();
        return workshop;
    }

    /// {@return what the site tells an operator, or where to read what is wrong}
    ///
    /// @param address of the site, such as `http://localhost:8000/`
    List<String> welcome(String address) {
        this.address = address.replaceFirst("/$", "");
        making.lock();
        try {
            Generation generation = current.generation;
            if (generation == null) {
                return List.of("What is wrong is at " + address);
            }
            RunningSite site = generation.site();
            return site.context().call(() -> site.welcome(address));
        } finally {
            making.unlock();
        }
    }

    /// {@return the settings of the site, or defaults where there is none}
    Settings settings() {
        making.lock();
        try {
            return current.pipeline.site().settings();
        } finally {
            making.unlock();
        }
    }

    @Override
    public RequestPipeline enter() {
        long came = System.nanoTime();
        making.lock();
        try {
            // Who waited for a look that began after he came need not look again.
            if (lookedAt - came < 0) {
                lookAgain();
            }
            current.inside++;
            return current.pipeline;
        } finally {
            making.unlock();
        }
    }

    @Override
    public void leave(RequestPipeline pipeline) {
        Hall empty = null;
        making.lock();
        try {
            Hall hall = halls.get(pipeline);
            if (hall != null && --hall.inside == 0 && hall.left) {
                halls.remove(pipeline);
                empty = hall;
            }
        } finally {
            making.unlock();
        }
        if (empty != null && empty.generation != null) {
            empty.generation.close();
        }
    }

    private void post(PrintWriter post, CaughtMail.Caught caught) {
        post.println(
                "Mail to "
                        + String.join(", ", caught.message().recipients())
                        + ": "
                        + caught.message().subject()
                        + " (read it at "
                        + address
                        + MailDesk.HOME
                        + caught.id()
                        + "/)");
        post.flush();
    }

    private void watch() {
        while (!closed) {
            try {
                Thread.sleep(PAUSE);
                if (making.tryLock()) {
                    try {
                        // Closed while this slept: nothing is written behind its end.
                        if (!closed) {
                            lookAgain();
                        }
                    } finally {
                        making.unlock();
                    }
                }
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void lookAgain() {
        try {
            refresh();
        } catch (RuntimeException odd) {
            // Such as a folder that vanished while it was looked at: the next look tells.
            LOG.log(System.Logger.Level.DEBUG, "The sources could not be looked at", odd);
        }
    }

    private void refresh() {
        lookedAt = System.nanoTime();
        Map<Path, Watched.Kind> changed = watched.look();
        if (changed.isEmpty()) {
            return;
        }
        var kinds = new TreeSet<>(changed.values());
        if (kinds.first().compareTo(Watched.Kind.PAGE) >= 0) {
            changes.tell(kinds.first() == Watched.Kind.STYLE);
            return;
        }
        long began = System.nanoTime();
        // Whatever changed: sources that did not compile may be waiting.
        Hall next = made(compile());
        Hall before = current;
        current = next;
        halls.put(next.pipeline, next);
        retire(before);
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        if (next.generation != null) {
            err.println("Reloaded in " + millis + " ms: " + names(changed));
            err.flush();
        }
        changes.tell(false);
    }

    private String names(Map<Path, Watched.Kind> changed) {
        List<String> names =
                changed.keySet().stream()
                        .map(file -> Watched.shown(project.folder(), file))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .toList();
        return names.size() <= 4
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    private Outcome compile() {
        return compiler == null
                ? new Outcome.Refused(
                        List.of(
                                new Finding(
                                        null,
                                        0,
                                        0,
                                        "This Java has no compiler: start runserver with a JDK.")))
                : compiler.compile();
    }

    /// The site of what was compiled, or a page that says why there is none.
    private Hall made(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> {
                refused.findings()
                        .forEach(one -> err.println(BrokenPage.line(project.folder(), one)));
                err.flush();
                yield broken((request, _) -> {
                    request.host();
                    return BrokenPage.of(request, project.folder(), refused.findings());
                });
            }
            case Outcome.Compiled _ -> started();
        };
    }

    private Hall started() {
        try {
            return begun();
        } catch (LinkageError stale) {
            // Such as a method that is gone and was called by what we did not compile again.
            if (compiler != null && compiler.compileAll() instanceof Outcome.Compiled) {
                try {
                    return begun();
                } catch (Exception | LinkageError stillWrong) {
                    return failed(stillWrong);
                }
            }
            return failed(stale);
        } catch (Exception wrong) {
            return failed(wrong);
        }
    }

    private Hall begun() {
        Generation generation = Generation.start(project, words, around, recording);
        try {
            started.accept(generation);
        } catch (RuntimeException refused) {
            generation.close();
            throw refused;
        }
        Settings settings = generation.site().context().settings();
        watched.also(settings.get(WebSettings.TEMPLATE_DIRS), Watched.Kind.PAGE);
        watched.also(settings.get(HttpSettings.STATICFILES_DIRS), Watched.Kind.STYLE);
        watched.also(settings.get(LanguageSettings.LOCALE_PATHS), Watched.Kind.SITE);
        return new Hall(generation.pipeline(), generation);
    }

    private Hall failed(Throwable wrong) {
        Throwable cause = wrong instanceof ExceptionInInitializerError e ? e.getCause() : wrong;
        Throwable shown = cause == null ? wrong : cause;
        err.println(
                shown instanceof QuintetException told
                        ? told.problem().render()
                        : "The site does not start: " + shown);
        err.flush();
        var pages = new DeveloperPages();
        return broken((request, _) -> {
            request.host();
            return pages.page(request, new Failure(500, shown, null));
        });
    }

    private Hall broken(Middleware page) {
        Settings settings =
                new Settings()
                        .with(KernelSettings.DEBUG, true)
                        .with(HttpSettings.ALLOWED_HOSTS, OWN_MACHINE)
                        .freeze();
        Context bare = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        var all = new ArrayList<>(around);
        all.add(page);
        return new Hall(RequestPipeline.of(bare, Router.of(Routes.of())).with(all), null);
    }

    /// Closes a site when its last request has gone; one that stays, such as a stream of events,
    /// loses it after a while.
    private void retire(Hall hall) {
        hall.left = true;
        if (hall.inside == 0) {
            halls.remove(hall.pipeline);
            if (hall.generation != null) {
                hall.generation.close();
            }
            return;
        }
        Thread.ofVirtual()
                .name("retiring")
                .start(() -> {
                    try {
                        Thread.sleep(GRACE);
                    } catch (InterruptedException ended) {
                        return;
                    }
                    boolean stays;
                    making.lock();
                    try {
                        stays = halls.remove(hall.pipeline) != null;
                    } finally {
                        making.unlock();
                    }
                    if (stays && hall.generation != null) {
                        hall.generation.close();
                    }
                });
    }

    @Override
    public void close() {
        making.lock();
        try {
            closed = true;
            mail.close();
            // Those as well that somebody is still in: behind the end nothing is open.
            for (Hall hall : halls.values()) {
                if (hall.generation != null) {
                    hall.generation.close();
                }
            }
            halls.clear();
            if (compiler != null) {
                compiler.close();
            }
        } finally {
            making.unlock();
        }
        watcher.interrupt();
        try {
            watcher.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
