package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.GraphException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which squashed migrations are used, and which of those that they stand for: the squashed one
/// where all or none of these are applied, these where some are. Immutable.
///
/// @param used the migrations that are left
/// @param standsFor of each squashed one that is used, all that it stands for, those of squashed
///   ones among them too
/// @param instead of each migration that is not used, the one in its place
record Squashes(
        Map<MigrationName, Migration> used,
        Map<MigrationName, Set<MigrationName>> standsFor,
        Map<MigrationName, MigrationName> instead) {

    /// @param all the migrations that the apps list
    /// @param applied the rows of the history
    static Squashes of(Map<MigrationName, Migration> all, Set<MigrationName> applied) {
        var used = new LinkedHashMap<>(all);
        var standsFor = new HashMap<MigrationName, Set<MigrationName>>();
        var instead = new HashMap<MigrationName, MigrationName>();
        var squashed = new ArrayList<Migration>();
        for (Migration one : all.values()) {
            if (!one.replaces().isEmpty()) {
                squashed.add(one);
            }
        }
        // Those that stand for most first: one squashed again goes before what it was squashed of.
        squashed.sort(
                Comparator.<Migration>comparingInt(one -> -closure(one, all).size())
                        .thenComparing(one -> one.name().toString()));
        for (Migration one : squashed) {
            if (!used.containsKey(one.name())) {
                continue;
            }
            Set<MigrationName> names = closure(one, all);
            List<MigrationName> single =
                    names.stream().filter(name -> !isSquashed(all.get(name))).toList();
            long done = single.stream().filter(applied::contains).count();
            if (done == 0 || done == single.size()) {
                names.forEach(used::remove);
                names.forEach(name -> instead.put(name, one.name()));
                standsFor.put(one.name(), names);
            } else {
                refuseMissing(one, single, all, applied);
                used.remove(one.name());
                instead.put(one.name(), one.replaces().getLast());
            }
        }
        return new Squashes(used, standsFor, instead);
    }

    private static boolean isSquashed(@Nullable Migration migration) {
        return migration != null && !migration.replaces().isEmpty();
    }

    private static Set<MigrationName> closure(
            Migration squashed, Map<MigrationName, Migration> all) {
        Set<MigrationName> names = new LinkedHashSet<>();
        add(squashed, all, names);
        names.remove(squashed.name());
        return names;
    }

    private static void add(
            Migration squashed, Map<MigrationName, Migration> all, Set<MigrationName> names) {
        for (MigrationName name : squashed.replaces()) {
            Migration inner = all.get(name);
            if (names.add(name) && inner != null) {
                add(inner, all, names);
            }
        }
    }

    private static void refuseMissing(
            Migration squashed,
            List<MigrationName> single,
            Map<MigrationName, Migration> all,
            Set<MigrationName> applied) {
        List<String> missing =
                single.stream()
                        .filter(name -> !all.containsKey(name))
                        .map(MigrationName::name)
                        .toList();
        if (!missing.isEmpty()) {
            List<String> open =
                    single.stream()
                            .filter(name -> !applied.contains(name))
                            .map(MigrationName::name)
                            .toList();
            throw new GraphException(
                    Problem.of(
                                    "migrations.E033",
                                    "The squashed migration "
                                            + squashed
                                            + " is applied in part, and what it stands for is"
                                            + " gone.")
                            .because(
                                    "Not applied to this database: "
                                            + String.join(", ", open)
                                            + "; not listed any more: "
                                            + String.join(", ", missing)
                                            + ".")
                            .fixedBy(
                                    "Put those back for as long as a database is that old, and"
                                            + " migrate it."));
        }
    }

    /// {@return the migration that is used in the place of one}
    MigrationName resolved(MigrationName name) {
        MigrationName at = name;
        for (MigrationName next = instead.get(at); next != null; next = instead.get(at)) {
            at = next;
        }
        return at;
    }
}
