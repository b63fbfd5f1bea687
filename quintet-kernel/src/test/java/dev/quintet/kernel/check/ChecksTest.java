package dev.quintet.kernel.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.check.CheckMessage.Level;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private final Settings settings = new Settings();

    private record Tagged(Set<String> tags, CheckMessage message) implements Check {

        @Override
        public List<CheckMessage> run(Context site) {
            return List.of(message);
        }
    }

    @Test
    void groupsFindingsByLevelTheWorstFirst() {
        var report =
                checks(
                                tagged(CheckMessage.warning("a.W001", "Old.", "shop.Album")),
                                tagged(
                                        CheckMessage.error("a.E001", "Broken.", null)
                                                .hint("Mend it.")
                                                .at(Place.of("Album.java", 3))))
                        .run();

        assertThat(report.render())
                .isEqualTo(
                        """
                        System check identified some issues:

                        ERRORS:
                        (a.E001) Broken.
                            at:   Album.java:3
                            HINT: Mend it.

                        WARNINGS:
                        shop.Album: (a.W001) Old.

                        System check identified 2 issues (0 silenced).
                        """);
        assertThat(report.reaches(Level.ERROR)).isTrue();
        assertThat(report.reaches(Level.CRITICAL)).isFalse();
    }

    @Test
    void silencesIds() {
        settings.set(KernelSettings.SILENCED_CHECKS, List.of("a.E001"));

        var report = checks(tagged(CheckMessage.error("a.E001", "Broken.", null))).run();

        assertThat(report.reaches(Level.DEBUG)).isFalse();
        assertThat(report.render()).isEqualTo("System check identified no issues (1 silenced).\n");
    }

    @Test
    void runsChecksForDeploymentAndDatabasesOnlyWhenAsked() {
        var checks =
                checks(
                        tagged(CheckMessage.warning("a.W001", "x", null), Check.DEPLOY),
                        tagged(
                                CheckMessage.warning("a.W002", "x", null),
                                Check.DATABASE,
                                "models"));

        assertThat(checks.run().messages()).isEmpty();
        assertThat(checks.run(Set.of("models"), true, false).messages()).isEmpty();
        assertThat(checks.run(Set.of("models"), true, true).messages()).hasSize(1);
        assertThat(checks.run(Set.of(), true, true).messages()).hasSize(2);
    }

    @Test
    void asksWhichTagWasMeant() {
        assertThatThrownBy(() ->
                        checks(tagged(CheckMessage.warning("a.W1", "x", null), "models"))
                                .run(Set.of("modles"), false, false))
                .hasMessageContaining("Did you mean 'models'?");
    }

    @Test
    void goesOnWhenACheckBreaks() {
        Check broken =
                _ -> {
                    throw new IllegalStateException("secret detail");
                };

        var report = checks(broken, tagged(CheckMessage.warning("a.W001", "x", null))).run();

        assertThat(report.messages())
                .extracting(CheckMessage::id)
                .containsExactly("check.E002", "a.W001");
    }

    @Test
    void findsTheChecksOfTheKernel() {
        settings.debug(true).secretKey("short");

        var report = Checks.of(site()).run(Set.of(), true, false);

        assertThat(report.messages())
                .extracting(CheckMessage::id)
                .contains("security.W009", "security.E018");
    }

    private static Check tagged(CheckMessage message, String... tags) {
        return new Tagged(Set.of(tags), message);
    }

    private Checks checks(Check... checks) {
        return Checks.of(site(), List.of(checks));
    }

    private Context site() {
        return Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
    }
}
