package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.ConnectionException;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens when a database's server goes and comes again below a site.
class RestartedServerTest {

    private static final int WRITERS = 500;

    private OwnPostgresql server;
    private TestShop shop;

    @BeforeEach
    void open() throws Exception {
        server = OwnPostgresql.start();
        shop =
                TestShop.openAt(
                        server.url() + "?pool_size=10&pool_timeout=5", List.of(Artist.class));
    }

    @AfterEach
    void close() throws Exception {
        if (shop != null) {
            shop.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static void givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
    }

    @Test
    void answersTheNextQueryOnceTheServerIsBack() throws Exception {
        shop.run(() -> givenArtist("before"));

        server.stop();
        shop.run(() ->
                assertThatThrownBy(() -> Artists.all().count())
                        .isInstanceOf(ConnectionException.class)
                        .hasMessageContaining("'default'"));
        server.begin();

        shop.run(() -> assertThat(Artists.all().count()).isEqualTo(1));
    }

    @Test
    void losesNothingThatWasCommittedAndHangsNowhereOverRestartsAndCrashes() throws Exception {
        var kept = new AtomicInteger();
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        var stopped = new AtomicBoolean();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                all.add(
                        threads.submit(() ->
                                shop.run(() -> {
                                    while (!stopped.get()) {
                                        try {
                                            Transaction.atomic(() -> givenArtist("of " + number));
                                            kept.incrementAndGet();
                                        } catch (DatabaseException told) {
                                            failures.add(told);
                                            pause();
                                        }
                                    }
                                })));
            }
            moreThan(kept, 500);
            server.stop();
            server.begin();
            moreThan(kept, kept.get() + 500);
            server.crash();
            server.begin();
            moreThan(kept, kept.get() + 500);
            stopped.set(true);
            for (Future<?> one : all) {
                one.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(failures).isNotEmpty().hasOnlyElementsOfType(ConnectionException.class);
        // Whether the server had kept it is not known where the connection went at the commit.
        shop.run(() ->
                assertThat(Artists.all().count())
                        .isBetween((long) kept.get(), (long) kept.get() + failures.size()));
        assertThat(shop.database().metrics().pool().lent()).isZero();
        assertThat(shop.database().metrics().pool().open()).isLessThanOrEqualTo(10);
    }

    /// Waits until so many were kept, which is soon unless something hangs.
    private static void moreThan(AtomicInteger kept, int number) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (kept.get() <= number) {
            assertThat(System.nanoTime()).as("kept %s of %s", kept, number).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
