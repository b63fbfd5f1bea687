package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.Site;
import dev.quintet.http.HttpSettings;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migrator;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A started site with databases of its own, lent to one test class at a time.
final class Worker implements AutoCloseable {

    private static final String KEY = "only-for-tests-" + "0123456789".repeat(4);

    private final TestDatabases databases;
    private final TestClock clock = new TestClock();
    private final RunningSite started;
    private final RunningSite usual;
    private final Map<List<String>, RunningSite> others = new HashMap<>();

    Worker(Class<? extends Site> type, int number) {
        this.databases = new TestDatabases(type, number);
        this.started = started(made(type));
        try {
            this.usual = started.with(UnaryOperator.identity(), clock);
            databases.make(fingerprint(usual.context()));
            for (Database database : all()) {
                Migrator.of(usual.context(), database.alias()).migrate();
            }
            usual.serving();
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private RunningSite started(Site site) {
        try {
            return site.setup(SettingsSources.ofProcess(List.of()), this::settings);
        } catch (RuntimeException | Error failed) {
            databases.drop();
            throw failed;
        }
    }

    private Settings settings(Settings told) {
        Settings changed =
                databases
                        .instead(told)
                        .with(KernelSettings.DEBUG, false)
                        .with(KernelSettings.SECRET_KEY, KEY);
        for (String mailer : told.mailers().keySet()) {
            changed = changed.with(KernelSettings.mailerUrl(mailer), ServiceUrl.parse("memory:"));
        }
        var hosts = new ArrayList<>(changed.get(HttpSettings.ALLOWED_HOSTS));
        hosts.addAll(List.of("testserver", "localhost", "127.0.0.1"));
        return changed.with(HttpSettings.ALLOWED_HOSTS, List.copyOf(hosts));
    }

    private static Site made(Class<? extends Site> type) {
        try {
            Constructor<? extends Site> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException wrong) {
            throw new TestSetupException(
                    Problem.of("test.E003", "The site " + type.getName() + " cannot be made.")
                            .because(
                                    String.valueOf(
                                            wrong.getCause() == null ? wrong : wrong.getCause()))
                            .fixedBy(
                                    "Give it a constructor without parameters that throws"
                                            + " nothing."),
                    wrong);
        }
    }

    private static String fingerprint(Context site) {
        Stream<String> models =
                site.get(Models.KEY).list().stream().map(model -> model.state().toString());
        Stream<String> migrations =
                site.apps().all(HasMigrations.class).stream()
                        .flatMap(app -> app.migrations(site.settings()).stream())
                        .map(migration -> migration + " " + migration.operations());
        return TestDatabases.fingerprint(Stream.concat(models, migrations));
    }

    /// {@return the site as tests usually have it}
    RunningSite site() {
        return usual;
    }

    /// {@return the site with other settings}
    ///
    /// @param overrides `KEY=value` each
    RunningSite site(List<String> overrides) {
        if (overrides.isEmpty()) {
            return usual;
        }
        return others.computeIfAbsent(
                overrides, _ -> usual.with(settings -> overridden(settings, overrides), clock));
    }

    static Settings overridden(Settings settings, List<String> overrides) {
        Settings changed = settings;
        for (String override : overrides) {
            int equals = override.indexOf('=');
            String key = equals < 0 ? override : override.substring(0, equals).strip();
            Setting<?> setting = SettingsSources.known().get(key);
            if (equals < 0 || setting == null) {
                throw new TestSetupException(
                        Problem.of("test.E004", "There is no setting '" + key + "' to override.")
                                .fixedBy(
                                        equals < 0
                                                ? "Write KEY=value."
                                                : dev.quintet.kernel.error.Nearest.question(
                                                        key, SettingsSources.known().keySet())));
            }
            changed = with(changed, setting, override.substring(equals + 1));
        }
        return changed;
    }

    private static <T> Settings with(Settings settings, Setting<T> setting, String text) {
        try {
            return settings.with(setting, setting.parse().apply(text));
        } catch (IllegalArgumentException wrong) {
            throw new TestSetupException(
                    Problem.of("test.E005", "The setting " + setting + " cannot be overridden so.")
                            .because(wrong.getMessage()),
                    wrong);
        }
    }

    TestClock clock() {
        return clock;
    }

    List<Database> all() {
        return List.copyOf(usual.context().get(Databases.KEY).all());
    }

    @Override
    public void close() {
        try {
            started.close();
        } finally {
            databases.drop();
        }
    }
}
