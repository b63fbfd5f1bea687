package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.mail.Outbox;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.fixtures.Fixtures;
import dev.quintet.migrations.fixtures.Flush;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Feature;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One test while it runs: its site, and the transaction that is taken back, or the tables that are
/// emptied.
final class TestRun {

    private final Worker worker;
    private final RunningSite site;
    private final @Nullable Bracket bracket;
    private final List<LiveServer> servers = new ArrayList<>();

    private TestRun(Worker worker, RunningSite site, @Nullable Bracket bracket) {
        this.worker = worker;
        this.site = site;
        this.bracket = bracket;
    }

    static TestRun begin(ClassRun around, ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        Class<?> type = context.getRequiredTestClass();
        Worker worker = around.worker();
        RunningSite site = worker.site(SiteAnnotations.overrides(method, type));
        boolean commits =
                SiteAnnotations.commits(method, type)
                        || Arrays.asList(method.getParameterTypes()).contains(LiveServer.class);
        skipWithout(SiteAnnotations.features(method, type), site);
        Bracket outer = around.open();
        if (outer != null) {
            refuse(outer, commits, method);
        }
        setClock(worker, method, type);
        site.context().get(Outbox.KEY).clear();
        var run = new TestRun(worker, site, commits ? null : new Bracket(worker.all()));
        List<String> fixtures = SiteAnnotations.fixtures(method, type);
        if (!commits || !fixtures.isEmpty()) {
            try {
                if (!commits) {
                    site.context().run(around::refreshRows);
                }
                if (!fixtures.isEmpty()) {
                    Fixtures.of(site.context()).load(fixtures.toArray(String[]::new));
                }
            } catch (RuntimeException failed) {
                run.end();
                throw failed;
            }
        }
        return run;
    }

    private static void skipWithout(Set<Feature> needed, RunningSite site) {
        if (needed.isEmpty()) {
            return;
        }
        Dialect dialect = site.context().get(Databases.KEY).get().dialect();
        for (Feature feature : needed) {
            Assumptions.assumeTrue(
                    dialect.features().contains(feature),
                    () -> "skipped: " + dialect.name() + " has no " + feature.words());
        }
    }

    private static void refuse(Bracket outer, boolean commits, Method method) {
        if (commits) {
            throw new TestSetupException(
                    Problem.of(
                                    "test.E008",
                                    "The test "
                                            + method.getName()
                                            + " commits, in a class with @BeforeAll methods.")
                            .because(
                                    "What those save is in a transaction that no other thread sees;"
                                            + " a test that commits, or takes a LiveServer, needs it"
                                            + " committed.")
                            .fixedBy("Save it in @BeforeEach, or move the test to another class."));
        }
        if (!outer.isMine()) {
            throw new TestSetupException(
                    Problem.of(
                                    "test.E009",
                                    "The test "
                                            + method.getName()
                                            + " runs in another thread than its class's @BeforeAll.")
                            .because("A transaction belongs to one thread.")
                            .fixedBy(
                                    "Annotate the class with @Execution(SAME_THREAD), or save in"
                                            + " @BeforeEach."));
        }
    }

    private static void setClock(Worker worker, Method method, Class<?> type) {
        worker.clock().run();
        At at = SiteAnnotations.nearest(At.class, method, type);
        if (at == null) {
            return;
        }
        try {
            worker.clock().stopAt(Instant.parse(at.value()));
        } catch (DateTimeParseException wrong) {
            throw new TestSetupException(
                    Problem.of("test.E010", "'" + at.value() + "' of @At is no point in time.")
                            .fixedBy("Write it as 2026-01-31T12:00:00Z."),
                    wrong);
        }
    }

    RunningSite site() {
        return site;
    }

    LiveServer liveServer() {
        var server = LiveServer.start(site);
        servers.add(server);
        return server;
    }

    void end() {
        servers.forEach(LiveServer::close);
        worker.clock().run();
        if (bracket != null) {
            bracket.takeBack();
            return;
        }
        Context context = site.context();
        for (Database database : worker.all()) {
            Flush.tables(context, database);
            // Content types and permissions are rows that the next test counts on.
            context.run(() -> Migrator.of(context, database.alias()).sendPostMigrate());
        }
    }
}
