package dev.quintet.kernel.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ParallelTest {

    private static final ContextKey<String> NAME = ContextKey.named("name");

    private final Context site = Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC());

    @Test
    void doesBothAtOnceAndGivesBothResults() throws Exception {
        // Each waits for the other: one after the other they would never come to an end.
        var meeting = new CyclicBarrier(2);
        Callable<String> one =
                () -> {
                    meeting.await(10, TimeUnit.SECONDS);
                    return "one";
                };
        Callable<Integer> two =
                () -> {
                    meeting.await(10, TimeUnit.SECONDS);
                    return 2;
                };

        Parallel.Both<String, Integer> both = Parallel.both(one, two);

        assertThat(both).isEqualTo(new Parallel.Both<>("one", 2));
    }

    @Test
    void letsEachSeeTheContextOfTheCaller() throws Exception {
        Context bound = site.with(NAME, "Ada");

        List<String> seen =
                bound.call(() ->
                        Parallel.all(
                                List.<Callable<String>>of(
                                        () -> Context.current().get(NAME),
                                        () ->
                                                Context.current().get(NAME)
                                                        + Thread.currentThread().isVirtual())));

        assertThat(seen).containsExactly("Ada", "Adatrue");
    }

    @Test
    void interruptsTheOthersWhenOneFailsAndWaitsForThem() {
        var started = new CountDownLatch(1);
        var ended = new AtomicBoolean();

        assertThatThrownBy(() ->
                        Parallel.both(
                                () -> {
                                    started.countDown();
                                    try {
                                        Thread.sleep(60_000);
                                    } finally {
                                        ended.set(true);
                                    }
                                    return 1;
                                },
                                () -> {
                                    started.await();
                                    throw new IllegalStateException("no");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(ended).isTrue();
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() {
        Cancellation cancellation = Cancellation.open();
        Context bound = site.with(Cancellation.KEY, cancellation);
        Callable<Integer> leaves =
                () -> {
                    cancellation.cancel();
                    Thread.sleep(60_000);
                    return 1;
                };

        assertThatThrownBy(() -> bound.call(() -> Parallel.all(List.of(leaves))))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void doesNothingForAnEmptyList() throws Exception {
        assertThat(Parallel.all(List.<Callable<String>>of())).isEmpty();
    }

    @Test
    void tellsThatTheTimeIsOver() throws Exception {
        Cancellation cancellation = Cancellation.after(Duration.ofMillis(20));
        assertThat(cancellation.cancelled()).isFalse();

        Thread.sleep(30);

        assertThat(cancellation.remaining()).contains(Duration.ZERO);
        assertThatThrownBy(cancellation::check)
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("longer than it may");
    }

    @Test
    void runsWhatWasRegisteredOnceAndNotWhatWasTakenBack() {
        Cancellation cancellation = Cancellation.open();
        var ran = new java.util.ArrayList<String>();
        cancellation.onCancel(() -> ran.add("kept"));
        cancellation.onCancel(() -> ran.add("taken back")).close();

        cancellation.cancel();
        cancellation.cancel();
        cancellation.onCancel(() -> ran.add("late"));

        assertThat(ran).containsExactly("kept", "late");
        Cancellation.never().cancel();
        assertThat(Cancellation.never().cancelled()).isFalse();
    }
}
