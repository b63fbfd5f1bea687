package dev.quintet.migrations.autodetect;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.error.StateException;
import dev.quintet.migrations.operations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Cuts the operations of all apps into migrations that can be applied one after the other, also
/// where apps lead to each other: an app gets one migration if it can, and more if it must.
final class Chopping {

    private final TreeMap<String, List<Planned>> rest;
    private final Function<String, @Nullable MigrationName> last;
    private final Function<String, Boolean> initial;
    private final Function<ModelKey, @Nullable String> setting;
    private final Map<String, List<Draft>> made = new TreeMap<>();

    private record Draft(MigrationName name, Set<MigrationName> after, List<Operation> does) {}

    /// @param last the last migration that an app has already, or `null`
    /// @param initial whether an app has no migrations yet
    /// @param setting the one that names a model, or `null`
    Chopping(
            Map<String, List<Planned>> plan,
            Function<String, @Nullable MigrationName> last,
            Function<String, Boolean> initial,
            Function<ModelKey, @Nullable String> setting) {
        this.rest = new TreeMap<>();
        plan.forEach((app, operations) -> rest.put(app, new ArrayList<>(operations)));
        this.last = last;
        this.initial = initial;
        this.setting = setting;
    }

    Map<String, List<MigrationDraft>> migrations() {
        boolean forced = false;
        int left = left();
        while (left > 0) {
            for (String app : rest.keySet()) {
                forced = !cut(app, forced) && forced;
            }
            int now = left();
            if (now == left) {
                if (forced) {
                    throw stuck();
                }
                forced = true;
            }
            left = now;
        }
        return finished();
    }

    private int left() {
        return rest.values().stream().mapToInt(List::size).sum();
    }

    /// Makes a migration of what an app can do now, if that is all of it, or `forced`.
    ///
    /// @return whether one was made
    private boolean cut(String app, boolean forced) {
        List<Planned> operations = rest.getOrDefault(app, List.of());
        List<Operation> does = new ArrayList<>();
        Set<MigrationName> after = new LinkedHashSet<>();
        int taken = 0;
        for (Planned one : operations) {
            Set<MigrationName> needs = needs(app, one, forced);
            if (needs == null) {
                break;
            }
            does.add(one.operation());
            after.addAll(needs);
            taken++;
        }
        if ((does.isEmpty() && after.isEmpty()) || (taken < operations.size() && !forced)) {
            return false;
        }
        operations.subList(0, taken).clear();
        List<Draft> ofApp = made.computeIfAbsent(app, _ -> new ArrayList<>());
        ofApp.add(new Draft(new MigrationName(app, "auto_" + (ofApp.size() + 1)), after, does));
        return true;
    }

    /// {@return the migrations of other apps that an operation waits for, or `null` when one of
    /// them is not made yet}
    private @Nullable Set<MigrationName> needs(String app, Planned one, boolean forced) {
        Set<MigrationName> needs = new LinkedHashSet<>();
        for (Dependency dependency : one.dependencies()) {
            String other = dependency.model().app();
            if (other.equals(app)) {
                continue;
            }
            if (rest.getOrDefault(other, List.of()).stream()
                    .anyMatch(open -> dependency.metBy(open.operation()))) {
                return null;
            }
            List<Draft> ofOther = made.get(other);
            String named = dependency.field() == null ? setting.apply(dependency.model()) : null;
            if (named != null && dependency.kind() == Dependency.Kind.CREATE) {
                needs.add(new MigrationName(MigrationName.SETTING, named));
            } else if (ofOther != null) {
                needs.add(ofOther.getLast().name());
            } else if (forced) {
                MigrationName known = last.apply(other);
                needs.add(known == null ? new MigrationName(other, MigrationDraft.FIRST) : known);
            } else {
                return null;
            }
        }
        return needs;
    }

    private Map<String, List<MigrationDraft>> finished() {
        Map<String, List<MigrationDraft>> drafts = new TreeMap<>();
        made.forEach((app, ofApp) -> {
            List<MigrationDraft> finished = new ArrayList<>();
            for (int i = 0; i < ofApp.size(); i++) {
                Draft one = ofApp.get(i);
                if (i > 0) {
                    one.after().add(ofApp.get(i - 1).name());
                }
                finished.add(
                        new MigrationDraft(
                                one.name(),
                                initial.apply(app),
                                List.copyOf(one.after()),
                                Optimizer.shortened(one.does())));
            }
            drafts.put(app, finished);
        });
        return drafts;
    }

    private StateException stuck() {
        List<String> open = new ArrayList<>();
        rest.values().forEach(ofApp -> ofApp.forEach(one -> open.add(one.operation().describe())));
        return new StateException(
                Problem.of(
                                "migrations.E018",
                                "The changes of the models wait for each other in a circle.")
                        .because("Left over are: " + String.join("; ", open) + ".")
                        .fixedBy(
                                "Make some of the changes first, with a migration of their own, and"
                                        + " the others after that."));
    }
}
