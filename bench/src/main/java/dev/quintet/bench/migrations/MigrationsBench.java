package dev.quintet.bench.migrations;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.autodetect.Autodetector;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The same models and migrations as `bench/django/migrations.py`, which starts this and compares.
///
/// `detect N` finds one new field among N models, again and again, and prints the CPU seconds that
/// the last of them take on average; `start N` does it once, `migrate N` applies N migrations to an
/// empty SQLite file, and each prints the CPU seconds of the whole process, start of the JVM and
/// all.
public final class MigrationsBench {

    private static final double SECOND = 1e9;
    private static final int UNCOUNTED = 10;
    private static final int COUNTED = 10;

    private MigrationsBench() {}

    private record Shop(List<Migration> migrations) implements App, HasMigrations {

        @Override
        public String label() {
            return "shop";
        }
    }

    private static final class Step extends Migration {

        private Step(int number) {
            super("shop", name(number));
            if (number > 0) {
                dependsOn("shop", name(number - 1));
            }
            operations(createModel(MigrationsBench.model(number)));
        }

        private static String name(int number) {
            return "m%04d".formatted(number);
        }
    }

    private static ModelState model(int number) {
        ModelState model =
                ModelState.of("shop", "Thing" + number)
                        .with(FieldState.of("id", FieldType.bigAuto()).asKey());
        for (int i = 0; i < 4; i++) {
            model = model.with(FieldState.of("text" + i, FieldType.text(100)));
            model = model.with(FieldState.of("number" + i, FieldType.int32()).orNull());
        }
        return number == 0
                ? model
                : model.with(
                        FieldState.of("before", FieldType.foreignKey())
                                .inColumn("before_id")
                                .indexed()
                                .leadingTo(
                                        RelationState.to(
                                                "shop.Thing" + (number - 1), OnDelete.CASCADE)));
    }

    /// {@return CPU seconds of one of the last, when the JVM has seen some}
    private static double detectOften(int count) {
        for (int i = 0; i < UNCOUNTED; i++) {
            detect(count);
        }
        long began = cpu();
        for (int i = 0; i < COUNTED; i++) {
            detect(count);
        }
        return (cpu() - began) / SECOND / COUNTED;
    }

    private static void detect(int count) {
        List<ModelState> before = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            before.add(model(i));
        }
        List<ModelState> after = new ArrayList<>(before);
        after.set(
                count / 2,
                after.get(count / 2).with(FieldState.of("added", FieldType.int32()).orNull()));
        var found =
                Autodetector.of(
                                ProjectState.of(before),
                                ProjectState.of(after),
                                Questioner.silent())
                        .changes(_ -> null);
        long operations =
                found.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(draft -> draft.operations().size())
                        .sum();
        if (operations != 1) {
            throw new IllegalStateException("Found " + found);
        }
    }

    private static void migrate(int count) throws IOException {
        List<Migration> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(new Step(i));
        }
        Path folder = Files.createTempDirectory("bench");
        Path file = folder.resolve("bench.db");
        try (Database database =
                DatabaseOpener.open(Databases.DEFAULT, ServiceUrl.parse("sqlite:" + file))) {
            Context site =
                    Context.of(new Settings(), Apps.of(List.of(new Shop(steps))), Clock.systemUTC())
                            .with(Databases.KEY, Databases.of(List.of(database)));
            Migrator.of(site).migrate();
        }
        try (var files = Files.list(folder)) {
            for (Path one : files.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(folder);
    }

    /// Runs one of the three.
    public static void main(String... args) throws IOException {
        int count = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "detect" -> System.out.println(detectOften(count));
            case "start" -> detect(count);
            case "migrate" -> migrate(count);
            default -> throw new IllegalArgumentException(args[0]);
        }
        if (!args[0].equals("detect")) {
            System.out.println(cpu() / SECOND);
        }
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
