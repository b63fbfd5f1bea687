package dev.quintet.test;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static dev.quintet.test.Testing.assertNoRepeatedQueries;
import static dev.quintet.test.Testing.assertQueries;
import static dev.quintet.test.Testing.assertTemplates;
import static dev.quintet.test.Testing.at;
import static dev.quintet.test.Testing.runOnCommit;
import static dev.quintet.test.Testing.sent;
import static dev.quintet.test.Testing.statementsOf;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.test.records.Album;
import dev.quintet.test.records.Albums;
import dev.quintet.test.records.Artist;
import dev.quintet.test.records.Artists;
import dev.quintet.test.records.Records;
import dev.quintet.test.records.RecordsApp;
import dev.quintet.web.WebSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

@SiteTest(Records.class)
class TestingTest {

    @Test
    void countsQueriesAndReturnsWhatTheBlockReturns(Client client) {
        Album album = an(Album.class).with(Albums.tracks, 3).create();

        Page page = assertQueries(3, () -> client.get("shop:album", album.slug));

        assertThat(page).isOk();
        assertQueries(1, () -> Artists.all().count());
    }

    @Test
    void appsFindTheirTablesBeforeTheFirstTest() {
        assertThat(RecordsApp.ARTISTS).isNotEmpty().containsOnly(0L);
    }

    @Test
    void listsTheStatementsWithTheirOriginWhenThereAreOthers(Client client) {
        a(Artist.class).create();

        assertThatThrownBy(() -> assertQueries(0, () -> Artists.get(Artists.id.gt(0L))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected 0 statements, got 1 statement:")
                .hasMessageContaining("records_artist")
                .hasMessageContaining("at TestingTest.");
        assertThat(statementsOf(() -> client.get("slow")))
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one.origin()).startsWith("Records.loop(Records.java:"));
    }

    @Test
    void looksAtAllTemplatesOfTheSite() {
        assertTemplates();
    }

    @Test
    void listsWhatIsWrongWithTheTemplates() throws Exception {
        Path folder = Files.createTempDirectory("templates");
        Files.writeString(folder.resolve("bad.html"), "\n{{ x|uper }}");

        withSettings(
                settings -> settings.with(WebSettings.TEMPLATE_DIRS, List.of(folder.toString())),
                () ->
                        assertThatThrownBy(() -> assertTemplates())
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("Did you mean 'upper'?")
                                .hasMessageContaining("at bad.html:2:1"));
    }

    @Test
    void findsALoopThatAsksForEachRow(Client client) {
        an(Album.class).create(3);

        assertThatThrownBy(() -> assertNoRepeatedQueries(() -> client.get("slow")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The same query ran 3 times")
                .hasMessageContaining("Records.loop(Records.java:");
        assertNoRepeatedQueries(() -> client.get("shop:index"));
    }

    @Test
    void overridesSettingsForABlockAndRestoresThemAfterAnException(Client client) {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        at(
                noon,
                () -> {
                    withSettings(
                            List.of("TIME_ZONE=Asia/Tokyo"),
                            () -> assertThat(client.get("clock")).contains("2026-01-31T21:00"));
                    assertThat(client.get("clock")).contains("2026-01-31T12:00");
                });
        assertThatThrownBy(() ->
                        withSettings(
                                s -> s.with(KernelSettings.TIME_ZONE, ZoneId.of("Asia/Tokyo")),
                                () -> {
                                    throw new java.io.IOException("restored");
                                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(Context.current().settings().get(KernelSettings.TIME_ZONE))
                .isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void namesTheNearestSettingWhenOneIsUnknown() {
        assertThatThrownBy(() -> withSettings(List.of("TIME_ZON=UTC"), () -> {}))
                .isInstanceOf(TestSetupException.class)
                .hasMessageContaining("Did you mean 'TIME_ZONE'?");
        assertThatThrownBy(() -> withSettings(List.of("DEBUG=perhaps"), () -> {}))
                .isInstanceOf(TestSetupException.class);
    }

    @Test
    @OverrideSettings("TIME_ZONE=Europe/Paris")
    @At("2026-07-01T10:00:00Z")
    void overridesSettingsAndClockForATest(Client client, TestClock clock) {
        assertThat(client.get("clock")).contains("2026-07-01T12:00");
        clock.advance(java.time.Duration.ofHours(1));
        assertThat(client.get("clock")).contains("2026-07-01T13:00");
    }

    @Test
    void runsWhatWaitsForACommitThatNeverComes(Client client) {
        Album album = an(Album.class).create();

        List<Long> sold =
                sent(
                        RecordsApp.SOLD,
                        () -> {
                            client.post("shop:buy", album.id);
                            assertThat(runOnCommit(() -> client.post("shop:buy", album.id)))
                                    .isEqualTo(1);
                        });

        assertThat(sold).containsExactly(album.id);
    }
}
