package dev.quintet.migrations.autodetect;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.Migrations;
import dev.quintet.migrations.error.UnknownMigrationException;
import dev.quintet.migrations.operations.Borrowed;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RunJava;
import dev.quintet.migrations.operations.RunSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Several migrations of an app that follow each other, as one. Django: `squashmigrations`.
///
/// @param draft the one that stands for them
/// @param before how many operations they had
/// @param borrowed the operations that are code, which must be moved by hand before the old
///   migrations are deleted
public record Squashing(MigrationDraft draft, int before, List<String> borrowed) {

    /// Keeps a copy.
    public Squashing {
        borrowed = List.copyOf(borrowed);
    }

    /// {@return the migrations of an app up to one, as one}
    ///
    /// @param first the first of them, or its beginning; empty for the app's first
    /// @param last the last of them, or its beginning
    /// @param name what it is called behind its number; empty for `squashed_` and the last's name
    /// @throws UnknownMigrationException when there is no such migration
    public static Squashing of(
            Context site, String app, String first, String last, String name, boolean optimized) {
        Migrations migrations = Migrations.of(site);
        List<Migration> all = migrations.ofApp(app);
        Migration end = migrations.find(app, last);
        int from = first.isEmpty() ? 0 : all.indexOf(migrations.find(app, first));
        int to = all.indexOf(end);
        if (to < from) {
            throw new UnknownMigrationException(
                    Problem.of(
                                    "migrations.E038",
                                    "The migration "
                                            + first
                                            + " does not come before "
                                            + last
                                            + ".")
                            .fixedBy("Name the first, then the last of those to squash."));
        }
        return of(all.subList(from, to + 1), name, optimized);
    }

    private static Squashing of(List<Migration> squashed, String name, boolean optimized) {
        List<Operation> operations = new ArrayList<>();
        List<String> borrowed = new ArrayList<>();
        Set<MigrationName> inside = new HashSet<>();
        squashed.forEach(one -> inside.add(one.name()));
        Set<MigrationName> needs = new LinkedHashSet<>();
        boolean atomic = true;
        for (Migration one : squashed) {
            for (MigrationName dependency : one.dependencies()) {
                if (!inside.contains(dependency)) {
                    needs.add(dependency);
                }
            }
            atomic &= one.atomic();
            for (int i = 0; i < one.operations().size(); i++) {
                Operation operation = one.operations().get(i);
                boolean code =
                        operation instanceof RunJava
                                || operation instanceof RunSql
                                || !operation
                                        .getClass()
                                        .getPackageName()
                                        .equals(Operation.class.getPackageName());
                if (code && optimized && operation.elidable()) {
                    continue; // new databases have no rows for it to work on
                }
                if (code) {
                    String java =
                            "new "
                                    + one.source().getCanonicalName()
                                    + "().operations().get("
                                    + i
                                    + ")";
                    borrowed.add(operation.describe() + " of " + one.name().name());
                    operations.add(new Borrowed(operation, java));
                } else {
                    operations.add(operation);
                }
            }
        }
        Migration first = squashed.getFirst();
        String number = first.name().name().replaceFirst("_.*", "");
        String words = name.isEmpty() ? "squashed_" + squashed.getLast().name().name() : name;
        var draft =
                new MigrationDraft(
                        new MigrationName(first.name().app(), number + "_" + words),
                        first.dependencies().stream()
                                .noneMatch(one -> one.app().equals(first.name().app())),
                        List.copyOf(needs),
                        optimized ? Optimizer.shortened(operations) : operations,
                        atomic,
                        squashed.stream().map(one -> one.name().name()).toList());
        return new Squashing(draft, operations.size(), borrowed);
    }
}
