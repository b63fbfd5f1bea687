package dev.quintet.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.migrations.autodetect.Autodetector;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.migrations.source.MigrationSource;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The migrations of a whole site, six apps that lead to each other: in an order that can be
/// applied, they make the very models, and all of them can be written down.
class MigrationsOfRealModelsTest {

    private final ProjectState models = ProjectState.of(states());

    private static List<ModelState> states() {
        List<ModelState> states = new ArrayList<>();
        for (ModelMapping<?> one : RealModels.models().list()) {
            states.add(one.state());
        }
        return states;
    }

    private Map<String, List<MigrationDraft>> from(ProjectState before) {
        return Autodetector.of(before, models, Questioner.silent()).changes(_ -> null);
    }

    @Test
    void makeTheVeryModelsWhenTheyAreAppliedInTheirOrder() {
        ProjectState state = ProjectState.empty();
        Map<String, List<MigrationDraft>> open = new LinkedHashMap<>(from(state));
        Set<Object> done = new HashSet<>();

        int before = -1;
        while (done.size() != before) {
            before = done.size();
            for (List<MigrationDraft> app : open.values()) {
                for (MigrationDraft draft : app) {
                    if (!done.contains(draft.name()) && done.containsAll(draft.dependencies())) {
                        for (Operation one : draft.operations()) {
                            state = one.stateForwards(state);
                        }
                        done.add(draft.name());
                    }
                }
            }
        }

        assertThat(done).hasSize(open.values().stream().mapToInt(List::size).sum());
        assertThat(from(state)).isEmpty();
    }

    @Test
    void canAllBeWrittenDown() {
        from(ProjectState.empty())
                .values()
                .forEach(app ->
                        app.forEach(draft ->
                                assertThat(
                                                MigrationSource.of(
                                                        "site.migrations", draft, label -> label))
                                        .contains("operations(")));
    }
}
