package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.error.GraphException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationGraphTest {

    /// A migration `app.name` that waits for others, each `app.name`.
    static final class Waiting extends Migration {
        Waiting(String name, String... others) {
            super(name.split("\\.")[0], name.split("\\.")[1]);
            for (String other : others) {
                dependsOn(other.split("\\.")[0], other.split("\\.")[1]);
            }
        }
    }

    record Migrated(String label, List<Migration> migrations) implements App, HasMigrations {}

    @Test
    void namesAMissingDependencyAndTheNearestOne() {
        assertThatThrownBy(() ->
                        graph(
                                app("a", new Waiting("a.0001_initial")),
                                app("b", new Waiting("b.0001", "a.0001_inital"))))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("b.0001 depends on a.0001_inital, which is not there")
                .hasMessageContaining("Did you mean 'a.0001_initial'?");
    }

    @Test
    void namesTheCircle() {
        assertThatThrownBy(() ->
                        graph(
                                app("a", new Waiting("a.1", "b.1")),
                                app("b", new Waiting("b.1", "c.1")),
                                app("c", new Waiting("c.1", "b.1"))))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("b.1 waits for itself")
                .hasMessageContaining("b.1 -> c.1 -> b.1")
                .hasMessageNotContaining("a.1");
    }

    @Test
    void refusesTwoEndsOfAnApp() {
        assertThatThrownBy(() ->
                        graph(
                                app(
                                        "a",
                                        new Waiting("a.1"),
                                        new Waiting("a.2_left", "a.1"),
                                        new Waiting("a.2_right", "a.1"))))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("depends on any of these: 2_left, 2_right.")
                .hasMessageContaining("dependsOn(\"a\", \"2_left\")");
    }

    @Test
    void refusesAMigrationTwiceOrInAStrangersList() {
        assertThatThrownBy(() -> graph(app("a", new Waiting("a.1"), new Waiting("a.1"))))
                .hasMessageContaining("Two migrations have the name a.1");
        assertThatThrownBy(() -> graph(app("a", new Waiting("b.1"))))
                .hasMessageContaining("The app 'a' lists the migration b.1 of another app");
    }

    @Test
    void findsByTheBeginningOfAName() {
        MigrationGraph graph =
                graph(
                        app(
                                "a",
                                new Waiting("a.0001_initial"),
                                new Waiting("a.0002_more", "a.0001_initial")));

        assertThat(graph.find("a", "0002")).hasToString("a.0002_more");
        assertThatThrownBy(() -> graph.find("a", "000"))
                .hasMessageContaining("They are: 0001_initial, 0002_more.");
        assertThatThrownBy(() -> graph.find("a", "0003")).hasMessageContaining("It has:");
    }

    @Test
    void knowsWhatAMigrationNeedsAndWhatNeedsIt() {
        MigrationGraph graph =
                graph(
                        app("a", new Waiting("a.1"), new Waiting("a.2", "a.1")),
                        app("b", new Waiting("b.1", "a.1")),
                        app("c", new Waiting("c.1")));

        assertThat(graph.withDependencies(List.of(graph.find("b", "1"))))
                .extracting(Migration::toString)
                .containsExactly("a.1", "b.1");
        assertThat(graph.withDependents(List.of(graph.find("a", "1"))))
                .extracting(Migration::toString)
                .containsExactly("b.1", "a.2", "a.1");
    }

    private static App app(String label, Migration... migrations) {
        return new Migrated(label, List.of(migrations));
    }

    private static MigrationGraph graph(App... apps) {
        return MigrationGraph.of(Apps.of(List.of(apps)), new Settings());
    }
}
