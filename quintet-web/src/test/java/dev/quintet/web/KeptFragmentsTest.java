package dev.quintet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.cache.MemoryCache;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptFragmentsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final KeptFragments fragments = new KeptFragments();
    private int made;

    private static Context site(Instant when) {
        Settings settings = new Settings();
        settings.freeze();
        return Context.of(settings, Apps.of(List.of()), Clock.fixed(when, ZoneOffset.UTC));
    }

    private String asked(Instant when, String name, @Nullable Duration timeout, Object... varyOn) {
        return asked(site(when), name, timeout, varyOn);
    }

    private String asked(Context site, String name, @Nullable Duration timeout, Object... varyOn) {
        return site.call(
                () -> fragments.of(null, name, List.of(varyOn), timeout, () -> "made " + ++made));
    }

    @Test
    void keepsAPartUntilItsTimeIsOver() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(asked(NOON, "sidebar", minute)).isEqualTo("made 1");
        assertThat(asked(NOON.plusSeconds(59), "sidebar", minute)).isEqualTo("made 1");
        assertThat(asked(NOON.plusSeconds(60), "sidebar", minute)).isEqualTo("made 2");
    }

    @Test
    void keepsForEverWhatHasNoTime() {
        asked(NOON, "sidebar", null);

        assertThat(asked(NOON.plusSeconds(1_000_000_000), "sidebar", null)).isEqualTo("made 1");
    }

    @Test
    void tellsPartsApartByNameAndByWhatTheyVaryOn() {
        Duration day = Duration.ofDays(1);

        assertThat(asked(NOON, "sidebar", day, "anna", 1)).isEqualTo("made 1");
        assertThat(asked(NOON, "sidebar", day, "bert", 1)).isEqualTo("made 2");
        assertThat(asked(NOON, "sidebar", day, "anna1")).isEqualTo("made 3");
        assertThat(asked(NOON, "sidebar", day, "anna:1")).isEqualTo("made 4");
        assertThat(asked(NOON, "footer", day, "anna", 1)).isEqualTo("made 5");
        assertThat(asked(NOON, "sidebar", day, "anna", 1)).isEqualTo("made 1");
    }

    @Test
    void keepsNothingForNoTime() {
        asked(NOON, "sidebar", Duration.ZERO);

        assertThat(asked(NOON, "sidebar", Duration.ZERO)).isEqualTo("made 2");
    }

    @Test
    void keepsThemInTheCacheOfTheSite() {
        Clock noon = Clock.fixed(NOON, ZoneOffset.UTC);
        CacheStore cache = MemoryCache.of(1 << 20, noon);
        Context site = site(NOON).with(CacheStore.KEY, cache);

        asked(site, "sidebar", null);
        assertThat(asked(site, "sidebar", null)).isEqualTo("made 1");
        cache.clear();

        assertThat(asked(site, "sidebar", null)).isEqualTo("made 2");
    }

    @Test
    void keepsNothingThatCouldNotBeMade() {
        assertThatThrownBy(() ->
                        site(NOON)
                                .run(() ->
                                        fragments.of(
                                                null,
                                                "sidebar",
                                                List.of(),
                                                null,
                                                () -> {
                                                    throw new IllegalStateException("broken");
                                                })))
                .hasMessage("broken");

        assertThat(asked(NOON, "sidebar", null)).isEqualTo("made 1");
    }
}
