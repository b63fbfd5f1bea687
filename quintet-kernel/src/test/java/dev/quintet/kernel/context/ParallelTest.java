package dev.quintet.kernel.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ParallelTest {

    private static final ContextKey<String> USER = ContextKey.named("user");

    private final Context site =
            Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC())
                    .with(USER, "ada");

    private static int forever() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    @Test
    void doesThingsAtOnceWithTheContextOfTheRunningCode() {
        site.run(() -> {
            var both = new CyclicBarrier(2);
            try (var parallel = Parallel.open()) {
                var one = parallel.fork(() -> both.await() + Context.current().get(USER));
                var two = parallel.fork(() -> both.await() + Context.current().get(USER));
                parallel.join();

                assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder("0ada", "1ada");
            }
        });
    }

    @Test
    void stopsTheOthersWhenOneFails() {
        var stopped = new AtomicReference<Throwable>();
        var cancelled = new AtomicReference<Boolean>();
        var waiting = new CountDownLatch(1);
        site.run(() -> {
            try (var parallel = Parallel.open()) {
                parallel.fork(() -> {
                    waiting.countDown();
                    try {
                        return forever();
                    } catch (InterruptedException interrupted) {
                        stopped.set(interrupted);
                        cancelled.set(Cancellation.current().cancelled());
                        return 1;
                    }
                });
                parallel.fork(() -> {
                    waiting.await();
                    throw new IllegalStateException("broken");
                });

                assertThatThrownBy(parallel::join)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("broken");
            }
        });

        assertThat(stopped.get()).isInstanceOf(InterruptedException.class);
        assertThat(cancelled.get()).isTrue();
    }

    @Test
    void wrapsACheckedException() {
        site.run(() -> {
            try (var parallel = Parallel.open()) {
                parallel.fork(() -> {
                    throw new IOException("gone");
                });

                assertThatThrownBy(parallel::join)
                        .isInstanceOf(ParallelException.class)
                        .hasCauseInstanceOf(IOException.class);
            }
        });
    }

    @Test
    void endsEverythingWhenTheBlockIsLeft() {
        var started = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        site.run(() -> {
            try (var parallel = Parallel.open()) {
                parallel.fork(() -> {
                    started.countDown();
                    try {
                        return forever();
                    } finally {
                        ended.countDown();
                    }
                });
                started.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });

        assertThat(ended.getCount()).isZero();
    }

    @Test
    void endsWhenNobodyWaitsForTheRequestAnyMore() {
        Cancellation request = Cancellation.open();
        site.with(Cancellation.KEY, request)
                .run(() -> {
                    try (var parallel = Parallel.open()) {
                        parallel.fork(ParallelTest::forever);
                        parallel.fork(() -> {
                            request.cancel();
                            return 2;
                        });

                        assertThatThrownBy(parallel::join).isInstanceOf(ParallelException.class);
                    }
                });
    }

    @Test
    void refusesAResultThatIsNotThereYet() {
        site.run(() -> {
            try (var parallel = Parallel.open()) {
                var part = parallel.fork(ParallelTest::forever);

                assertThatThrownBy(part::get).hasMessageContaining("kernel.E005");
            }
        });
    }
}
