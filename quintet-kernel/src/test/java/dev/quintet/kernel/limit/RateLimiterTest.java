package dev.quintet.kernel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final InstantSource clock = () -> now;

    private void later(long millis) {
        now = now.plusMillis(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "5/minute, 5, 60",
        "100/10s, 100, 10",
        "1000/day, 1000, 86400",
        "1/2hours, 1, 7200",
        "3 / sec, 3, 1",
    })
    void readsRates(String text, long count, long seconds) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(count, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"''", "5", "5/fortnight", "0/s", "-1/s", "x/s", "1/0s"})
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsAsManyThroughAsTheRateSaysInAnyWindow() {
        RateLimiter limiter =
                RateLimiter.slidingWindow("x", Rate.parse("10/10s"), Counters.inMemory(clock));

        int allowed = 0;
        for (int i = 0; i < 300; i++) {
            allowed += limiter.take("a").allowed() ? 1 : 0;
            later(100);
        }

        assertThat(allowed).isBetween(28, 32);
    }

    @Test
    void doesNotLetTwiceTheRateThroughAtTheBorderOfTwoWindows() {
        RateLimiter limiter =
                RateLimiter.slidingWindow("x", Rate.parse("10/10s"), Counters.inMemory(clock));
        later(9_000);

        int allowed = 0;
        for (int i = 0; i < 20; i++) {
            allowed += limiter.take("a").allowed() ? 1 : 0;
            later(100);
        }

        assertThat(allowed).isLessThanOrEqualTo(11);
    }

    @Test
    void saysTruthfullyWhenTheNextSucceeds() {
        RateLimiter limiter =
                RateLimiter.slidingWindow("x", Rate.parse("3/10s"), Counters.inMemory(clock));
        for (int i = 0; i < 3; i++) {
            limiter.take("a");
        }

        Verdict refused = limiter.take("a");
        later(refused.retryAfter().toMillis() - 2);
        assertThat(limiter.take("a").allowed()).isFalse();
        later(3);

        assertThat(limiter.take("a").allowed()).isTrue();
    }

    @Test
    void countsKeysApart() {
        RateLimiter limiter =
                RateLimiter.slidingWindow("x", Rate.parse("1/s"), Counters.inMemory(clock));

        assertThat(limiter.take("a").allowed()).isTrue();
        assertThat(limiter.take("b").allowed()).isTrue();
        assertThat(limiter.take("a").allowed()).isFalse();
    }

    @Test
    void fillsABucketEvenly() {
        RateLimiter limiter = RateLimiter.tokenBucket("x", Rate.parse("1/s"), 3, clock);

        assertThat(limiter.take("a").remaining()).isEqualTo(2);
        assertThat(limiter.take("a").allowed()).isTrue();
        assertThat(limiter.take("a").allowed()).isTrue();
        Verdict refused = limiter.take("a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        later(1000);
        assertThat(limiter.take("a").allowed()).isTrue();
        assertThat(limiter.take("a").allowed()).isFalse();
    }

    @Test
    void countsRightUnderManyThreads() throws InterruptedException {
        RateLimiter limiter =
                RateLimiter.slidingWindow("x", Rate.parse("50/day"), Counters.inMemory(clock));
        var allowed = new AtomicInteger();
        var done = new CountDownLatch(200);

        for (int i = 0; i < 200; i++) {
            Thread.startVirtualThread(() -> {
                allowed.addAndGet(limiter.take("a").allowed() ? 1 : 0);
                done.countDown();
            });
        }
        done.await();

        assertThat(allowed.get()).isLessThanOrEqualTo(50);
    }

    @Test
    void forgetsTheOldestRatherThanGrowWithoutEnd() {
        Counters counters = Counters.inMemory(clock);

        for (int i = 0; i < 150_000; i++) {
            counters.add("key" + i, 1, Duration.ofDays(1));
        }

        assertThat(counters.get("key1")).isZero();
        assertThat(counters.get("key149999")).isEqualTo(1);
    }
}
