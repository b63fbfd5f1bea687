package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Outbox;
import dev.quintet.orm.Entity;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.WorkUnit;
import dev.quintet.web.SiteTemplates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What tests say: `import static dev.quintet.test.Testing.*;`.
///
/// All of it works in the current context, which {@link SiteTest} binds around each test.
public final class Testing {

    /// From so often on, the same statement from the same line is called repeated.
    private static final int REPEATED = 3;

    private Testing() {}

    /// Work that may throw.
    ///
    /// @param <X> what it throws
    @FunctionalInterface
    public interface Block<X extends Throwable> {
        /// Does it.
        void run() throws X;
    }

    /// Work that returns something and may throw.
    ///
    /// @param <T> what it returns
    /// @param <X> what it throws
    @FunctionalInterface
    public interface Question<T extends @Nullable Object, X extends Throwable> {
        /// {@return the result}
        T ask() throws X;
    }

    /// {@return a factory of a model's objects, which fills what must not be empty}
    public static <M extends Entity> Factory<M> a(Class<M> model) {
        return Factory.of(model);
    }

    /// {@return a factory of a model's objects, which fills what must not be empty}
    public static <M extends Entity> Factory<M> an(Class<M> model) {
        return Factory.of(model);
    }

    /// Fails unless `block` makes this thread run so many statements, and lists them then, each
    /// with the line that it came from. Django: `assertNumQueries`.
    ///
    /// @return what `block` returns
    public static <T extends @Nullable Object, X extends Throwable> T assertQueries(
            int expected, Question<T, X> block) throws X {
        try (var statements = new Statements()) {
            T answer = block.ask();
            List<RanStatement> ran = statements.ran();
            if (ran.size() != expected) {
                throw new AssertionError(
                        "Expected "
                                + counted(expected)
                                + ", got "
                                + counted(ran.size())
                                + listed(ran));
            }
            return answer;
        }
    }

    /// Fails unless `block` makes this thread run so many statements.
    public static <X extends Throwable> void assertQueries(int expected, Block<X> block) throws X {
        assertQueries(
                expected,
                () -> {
                    block.run();
                    return true;
                });
    }

    /// Fails when `block` runs the same query from the same line three times or more: a loop that
    /// asks for each row, known as N+1.
    ///
    /// @return what `block` returns
    public static <T extends @Nullable Object, X extends Throwable> T assertNoRepeatedQueries(
            Question<T, X> block) throws X {
        try (var statements = new Statements()) {
            T answer = block.ask();
            Map<String, List<RanStatement>> alike = new LinkedHashMap<>();
            for (RanStatement one : statements.ran()) {
                if (one.sql().regionMatches(true, 0, "SELECT", 0, 6)) {
                    alike.computeIfAbsent(one.sql() + one.origin(), _ -> new ArrayList<>())
                            .add(one);
                }
            }
            for (List<RanStatement> same : alike.values()) {
                if (same.size() >= REPEATED) {
                    throw new AssertionError(
                            "The same query ran "
                                    + same.size()
                                    + " times; ask for all rows at once, by selectRelated,"
                                    + " prefetchRelated or in(...)."
                                    + listed(List.of(same.getFirst())));
                }
            }
            return answer;
        }
    }

    /// Fails unless all templates of the site are in order, and lists what is wrong with its place:
    /// templates that do not compile; templates, routes and static files that are named but not
    /// there; names that no page of a declared context has; components that are used wrongly;
    /// blocks that nobody shows.
    public static void assertTemplates() {
        List<CheckMessage> found = Context.current().get(SiteTemplates.KEY).check();
        if (!found.isEmpty()) {
            var list =
                    new StringBuilder("The site's templates have " + found.size() + " mistakes:");
            for (CheckMessage each : found) {
                Object where = each.place() == null ? each.subject() : each.place();
                list.append("\n  [").append(each.id()).append("] ").append(each.message());
                list.append(each.hint() == null ? "" : " " + each.hint()).append("\n    at ");
                list.append(where);
            }
            throw new AssertionError(list.toString());
        }
    }

    /// {@return the statements that `block` makes this thread run}
    public static <X extends Throwable> List<RanStatement> statementsOf(Block<X> block) throws X {
        try (var statements = new Statements()) {
            block.run();
            return statements.ran();
        }
    }

    /// Runs `block` with other settings, and everything that a client asks for in it.
    ///
    /// `withSettings(s -> s.with(KernelSettings.TIME_ZONE, ZoneId.of("Asia/Tokyo")), () -> ...)`
    public static <X extends Throwable> void withSettings(
            UnaryOperator<Settings> change, Block<X> block) throws X {
        Context site = Context.current();
        inside(site.get(RunningSite.KEY).with(change, site.clock()), block);
    }

    /// Runs `block` with other settings, `KEY=value` each, as on the command line behind `--set`.
    public static <X extends Throwable> void withSettings(List<String> overrides, Block<X> block)
            throws X {
        withSettings(settings -> Worker.overridden(settings, overrides), block);
    }

    /// Runs `block` with the site's clock standing still.
    public static <X extends Throwable> void at(Instant instant, Block<X> block) throws X {
        Context site = Context.current();
        Clock still = Clock.fixed(instant, ZoneOffset.UTC);
        inside(site.get(RunningSite.KEY).with(UnaryOperator.identity(), still), block);
    }

    private static <X extends Throwable> void inside(RunningSite other, Block<X> block) throws X {
        other.context()
                .<Boolean, X>call(() -> {
                    block.run();
                    return true;
                });
    }

    /// Runs `block`, and then what it asked to be run on commit of the default database: a test's
    /// own transaction is never committed. Django: `captureOnCommitCallbacks(execute=True)`.
    ///
    /// @return how many actions there were
    public static <X extends Throwable> int runOnCommit(Block<X> block) throws X {
        Database database = Databases.current().get();
        WorkUnit unit = database.unit();
        if (unit == null) {
            block.run(); // what waits for a commit has run by itself
            return 0;
        }
        int before = unit.waiting();
        block.run();
        List<Runnable> actions = unit.takeWaiting(before);
        actions.forEach(Runnable::run);
        return actions.size();
    }

    /// {@return the messages that this test has sent, the newest last, each with the sender, `Date`
    /// and `Message-ID` that it went out with. No test sends anything elsewhere; what is sent by
    /// `later()` is there after the commit that {@link #runOnCommit} stands for. Django:
    /// `mail.outbox`}
    public static List<EmailMessage> outbox() {
        return Context.current().get(Outbox.KEY).messages();
    }

    /// {@return what a signal was sent while `block` ran}
    public static <E, X extends Throwable> List<E> sent(Signal<E> signal, Block<X> block) throws X {
        var events = new ArrayList<E>();
        Thread mine = Thread.currentThread();
        try (var _ =
                signal.connect(event -> {
                    if (Thread.currentThread() == mine) {
                        events.add(event);
                    }
                })) {
            block.run();
        }
        return events;
    }

    private static String counted(int statements) {
        return statements == 1 ? "1 statement" : statements + " statements";
    }

    private static String listed(List<RanStatement> ran) {
        var text = new StringBuilder(ran.isEmpty() ? "." : ":");
        for (int i = 0; i < ran.size(); i++) {
            text.append('\n').append(i + 1).append(". ").append(ran.get(i));
        }
        return text.toString();
    }
}
