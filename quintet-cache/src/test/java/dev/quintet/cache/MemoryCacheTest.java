package dev.quintet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final CacheStore cache = MemoryCache.of(1 << 20, () -> now);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void givesBackWhatItKeeps() {
        cache.set("name", "Dvořák", null);
        cache.set("count", 3, null);
        cache.set("open", true, null);
        cache.set("cover", new byte[] {1, 2}, null);

        assertThat(cache.get("name")).isEqualTo("Dvořák");
        assertThat(cache.get("count")).isEqualTo(3L);
        assertThat(cache.get("open")).isEqualTo(true);
        assertThat(cache.get("cover")).isEqualTo(new byte[] {1, 2});
        assertThat(cache.get("other")).isNull();
    }

    @Test
    void givesCopiesThatNobodyElseSeesChange() {
        var tracks = new ArrayList<>(List.of("Largo"));
        cache.set("album", Map.of("tracks", tracks), null);
        tracks.add("Scherzo");

        @SuppressWarnings("unchecked") // what was put there
        var first = (Map<String, Object>) cache.get("album");
        assertThat(first).isEqualTo(Map.of("tracks", List.of("Largo")));
        first.clear();

        assertThat(cache.get("album")).isEqualTo(Map.of("tracks", List.of("Largo")));
    }

    @Test
    void keepsRecordsAsWhatTheirJsonSays() {
        record Album(String title, int year) {}

        cache.set("album", new Album("Emma", 1815), null);

        assertThat(cache.get("album")).isEqualTo(Map.of("title", "Emma", "year", 1815L));
    }

    @Test
    void forgetsWhatIsOver() {
        cache.set("a", "1", MINUTE);
        pass(MINUTE.minusMillis(1));
        assertThat(cache.get("a")).isEqualTo("1");

        pass(Duration.ofMillis(1));

        assertThat(cache.get("a")).isNull();
        assertThat(cache.delete("a")).isFalse();
        assertThat(cache.touch("a", MINUTE)).isFalse();
        assertThat(cache.increment("a", 1)).isNull();
    }

    @Test
    void keepsForEverWithoutATimeAndNotAtAllWithNone() {
        cache.set("ever", "1", null);
        cache.set("never", "1", null);
        cache.set("never", "2", Duration.ZERO);
        pass(Duration.ofDays(4000));

        assertThat(cache.getMany(List.of("ever", "never"))).isEqualTo(Map.of("ever", "1"));
        assertThat(cache.add("no", "1", Duration.ofSeconds(-1))).isFalse();
        assertThat(cache.get("no")).isNull();
    }

    @Test
    void addsOnlyWhereNothingIs() {
        assertThat(cache.add("a", "1", MINUTE)).isTrue();
        assertThat(cache.add("a", "2", MINUTE)).isFalse();
        assertThat(cache.get("a")).isEqualTo("1");
        pass(MINUTE);

        assertThat(cache.add("a", "3", MINUTE)).isTrue();
        assertThat(cache.get("a")).isEqualTo("3");
    }

    @Test
    void replacesOnlyWhereSomethingIs() {
        assertThat(cache.replace("a", "1", MINUTE)).isFalse();
        assertThat(cache.get("a")).isNull();
        cache.set("a", "1", MINUTE);

        assertThat(cache.replace("a", "2", MINUTE)).isTrue();

        assertThat(cache.get("a")).isEqualTo("2");
        pass(MINUTE);
        assertThat(cache.replace("a", "3", MINUTE)).isFalse();
    }

    @Test
    void givesAnotherTimeToWhatIsThere() {
        cache.set("a", "1", MINUTE);

        assertThat(cache.touch("a", MINUTE.multipliedBy(3))).isTrue();
        pass(MINUTE.multipliedBy(2));
        assertThat(cache.get("a")).isEqualTo("1");
        assertThat(cache.touch("a", Duration.ZERO)).isTrue();
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void countsWithinTheTimeThatWasGiven() {
        assertThat(cache.increment("hits", 1)).isNull();
        cache.set("hits", 5L, MINUTE);

        assertThat(cache.increment("hits", 2)).isEqualTo(7);
        assertThat(cache.increment("hits", -3)).isEqualTo(4);
        assertThat(cache.get("hits")).isEqualTo(4L);
        pass(MINUTE);
        assertThat(cache.increment("hits", 1)).isNull();
    }

    @Test
    void losesNoCountOfManyThreads() throws Exception {
        cache.set("hits", 0L, null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 2000; i++) {
                all.add(() -> cache.increment("hits", 1));
            }
            threads.invokeAll(all);
        }

        assertThat(cache.get("hits")).isEqualTo(2000L);
    }

    @Test
    void countsOnNothingButNumbers() {
        cache.set("name", "Ada", null);

        assertThatThrownBy(() -> cache.increment("name", 1))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("[cache.E003] What is kept under 'name' is no whole number.");
        assertThat(cache.get("name")).isEqualTo("Ada");
    }

    @Test
    void staysWithinItsSize() {
        String kilobyte = "x".repeat(1024);
        for (int i = 0; i < 10_000; i++) {
            cache.set("page" + i, kilobyte, null);
        }

        long left = 0;
        for (int i = 0; i < 10_000; i++) {
            left += cache.get("page" + i) == null ? 0 : 1;
        }
        assertThat(left).isBetween(1L, 1100L);
    }

    @Test
    void forgetsAllWhenItIsCleared() {
        cache.set("a", "1", null);
        cache.clear();

        assertThat(cache.get("a")).isNull();
        assertThat(cache.shared()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "\u007f"})
    void refusesKeysThatOtherCachesCannotHave(String key) {
        assertThatThrownBy(() -> cache.set(key, "1", null))
                .hasMessageContaining("[cache.E002] A key of the cache cannot be")
                .hasMessageContaining("1 to 250 characters");
        assertThatThrownBy(() -> cache.get("k".repeat(251))).hasMessageContaining("cache.E002");
    }

    private static CacheStore named(String url) {
        Settings settings = new Settings().set(KernelSettings.CACHE_URL, ServiceUrl.parse(url));
        return Caches.open(settings, InstantSource.system());
    }

    @Test
    void isWhatCacheUrlNames() {
        assertThat(named("memory:")).isInstanceOf(MemoryCache.class);
        assertThat(named("memory:?megabytes=64")).isInstanceOf(MemoryCache.class);
    }

    @Test
    void saysWhichCachesThereAre() {
        assertThatThrownBy(() -> named("memcached://127.0.0.1"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("[cache.E001] The cache cannot be memcached://127.0.0.1.")
                .hasMessageContaining("begins with one of: memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory:?megabytes=many", "memory:?megabytes=0", "memory:here"})
    void refusesSizesThatAreNone(String url) {
        assertThatThrownBy(() -> named(url)).hasMessageContaining("cache.E001");
    }
}
