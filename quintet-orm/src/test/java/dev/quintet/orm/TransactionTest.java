package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.ConflictException;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.TestConflicts;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What is kept, what is taken back, and who waits for whom, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class TransactionTest {

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Artist givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
        return artist;
    }

    private static List<String> names() {
        return Artists.all().orderBy(Artists.name.asc()).select(Artists.name).list();
    }

    @Test
    void keepsWhatIsCommittedAndTakesBackWhatThrows() {
        shop.run(() -> {
            Transaction.atomic(() -> givenArtist("kept"));
            assertThatThrownBy(() ->
                            Transaction.atomic(() -> {
                                givenArtist("lost");
                                throw new IllegalStateException("oops");
                            }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(names()).containsExactly("kept");
        });
    }

    @Test
    void takesBackTheInnerBlockAlone() {
        shop.run(() -> {
            try (var outer = Transaction.atomic()) {
                givenArtist("outer");
                try (var inner = Transaction.atomic()) {
                    givenArtist("inner");
                    inner.rollback();
                }
                outer.commit();
            }

            assertThat(names()).containsExactly("outer");
        });
    }

    @Test
    void refusesABlockThatIsNeitherKeptNorTakenBack() {
        shop.run(() -> {
            assertThatThrownBy(
                            () -> {
                                try (var _ = Transaction.atomic()) {
                                    givenArtist("forgotten");
                                }
                            })
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("neither committed nor rolled back");

            assertThat(names()).isEmpty();
        });
    }

    @Test
    void runsHooksOnceAfterTheOutermostCommitAndNeverAfterARollback() {
        List<String> ran = new ArrayList<>();
        shop.run(() -> {
            try (var outer = Transaction.atomic()) {
                Transaction.onCommit(() -> ran.add("outer"));
                try (var inner = Transaction.atomic()) {
                    Transaction.onCommit(() -> ran.add("inner"));
                    inner.commit();
                }
                try (var lost = Transaction.atomic()) {
                    Transaction.onCommit(() -> ran.add("lost"));
                    lost.rollback();
                }
                assertThat(ran).isEmpty();
                outer.commit();
            }
            Transaction.onCommit(() -> ran.add("alone"));
        });

        assertThat(ran).containsExactly("outer", "inner", "alone");
    }

    @Test
    void goesOnAfterAHookThatFailsRobustly() {
        List<String> ran = new ArrayList<>();
        shop.run(() ->
                Transaction.atomic(() -> {
                    Transaction.onCommitRobust(() -> {
                        throw new IllegalStateException("oops");
                    });
                    Transaction.onCommit(() -> ran.add("later"));
                }));

        assertThat(ran).containsExactly("later");
    }

    @Test
    void takesBackOnCheckedExceptionsAndLeavesTheConnectionClean() {
        shop.run(() -> {
            assertThatThrownBy(() ->
                            Transaction.atomic(() -> {
                                givenArtist("lost");
                                throw new IOException("checked");
                            }))
                    .isInstanceOf(IOException.class)
                    .hasNoSuppressedExceptions();
            givenArtist("alone");

            assertThat(names()).containsExactly("alone");
            assertThat(Transaction.active()).isFalse();
        });
    }

    @Test
    void keepsTheOuterWorkWhenAStatementOfTheInnerBlockFails() {
        shop.run(() -> {
            Transaction.atomic(() -> {
                givenArtist("outer");
                assertThatThrownBy(() ->
                                Transaction.atomic(() -> {
                                    givenArtist("inner");
                                    shop.database().execute(List.of("SELECT nonsense"));
                                }))
                        .isInstanceOf(DatabaseException.class);
                givenArtist("after");
            });

            assertThat(names()).containsExactly("after", "outer");
        });
    }

    @Test
    void takesABlockBackThatIsMarkedForIt() {
        List<String> ran = new ArrayList<>();
        shop.run(() -> {
            try (var outer = Transaction.atomic()) {
                givenArtist("outer");
                try (var inner = Transaction.atomic()) {
                    givenArtist("inner");
                    Transaction.onCommit(() -> ran.add("inner"));
                    inner.setRollbackOnly();
                    inner.commit();
                }
                outer.commit();
            }

            assertThat(names()).containsExactly("outer");
            assertThat(ran).isEmpty();
        });
    }

    @Test
    void refusesADurableBlockInsideAnother() {
        shop.run(() -> {
            Atomic.block().asDurable().run(() -> givenArtist("kept"));
            assertThatThrownBy(() ->
                            Transaction.atomic(() ->
                                    Atomic.block().asDurable().run(() -> givenArtist("lost"))))
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("orm.E224");

            assertThat(names()).containsExactly("kept");
        });
    }

    @Test
    void refusesToEndTheOuterBlockFirst() {
        shop.run(() -> {
            var outer = Transaction.atomic();
            var inner = Transaction.atomic();
            assertThatThrownBy(outer::commit)
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("orm.E221");
            inner.rollback();
            outer.rollback();
        });
    }

    @Test
    void refusesToEndABlockOfAnotherThread() throws Exception {
        var theirs = new AtomicReference<Throwable>();
        shop.run(() -> {
            try (var mine = Transaction.atomic()) {
                var other =
                        Thread.ofVirtual()
                                .start(() -> {
                                    try {
                                        mine.commit();
                                    } catch (TransactionException refused) {
                                        theirs.set(refused);
                                    }
                                });
                joined(other);
                mine.commit();
            }
        });

        assertThat(theirs.get()).hasMessageContaining("orm.E223");
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void refusesToWriteInAReadOnlyBlockAndWritesAgainAfterIt() {
        shop.run(() -> {
            givenArtist("before");
            assertThatThrownBy(() ->
                            Atomic.block()
                                    .asReadOnly()
                                    .run(() -> {
                                        assertThat(names()).containsExactly("before");
                                        givenArtist("refused");
                                    }))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("orm.E214");
            givenArtist("later");

            assertThat(names()).containsExactly("before", "later");
        });
    }

    @Test
    void refusesAnInnerBlockThatWantsAnotherIsolation() {
        shop.run(() ->
                Transaction.atomic(() ->
                        assertThatThrownBy(() ->
                                        Atomic.block()
                                                .isolation(Isolation.SERIALIZABLE)
                                                .run(() -> givenArtist("never")))
                                .hasMessageContaining("orm.E225")));
    }

    @Test
    void keepsOneOfTwoTransactionsThatRelyOnEachOthersRows() throws Exception {
        shop.run(() -> {
            givenArtist("on call: Ada");
            givenArtist("on call: Bob");
        });
        Atomic serializable = Atomic.block().isolation(Isolation.SERIALIZABLE).retries(20);
        List<Future<?>> leaving = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String name : List.of("Ada", "Bob")) {
                leaving.add(
                        threads.submit(() ->
                                shop.run(() -> serializable.run(() -> leaveIfNotAlone(name)))));
            }
        }
        for (Future<?> one : leaving) {
            one.get();
        }

        shop.run(() ->
                assertThat(Artists.filter(Artists.name.startsWith("on call")).count())
                        .isEqualTo(1));
    }

    private static void leaveIfNotAlone(String name) {
        if (Artists.filter(Artists.name.startsWith("on call")).count() > 1) {
            Artists.filter(Artists.name.eq("on call: " + name))
                    .update(Artists.name.set("at home: " + name));
        }
    }

    @Test
    void triesAgainAfterAConflictAndRunsHooksOnce() {
        var tries = new AtomicInteger();
        List<String> ran = new ArrayList<>();
        shop.run(() -> {
            long retriesBefore = shop.database().metrics().retries();
            Atomic.block()
                    .retries(3)
                    .run(() -> {
                        givenArtist("tried");
                        Transaction.onCommit(() -> ran.add("hook"));
                        if (tries.incrementAndGet() < 3) {
                            throw TestConflicts.conflict(shop.database());
                        }
                    });

            assertThat(names()).containsExactly("tried");
            assertThat(shop.database().metrics().retries() - retriesBefore).isEqualTo(2);
        });
        assertThat(ran).containsExactly("hook");
    }

    @Test
    void givesUpWhenTheTriesAreUsed() {
        var tries = new AtomicInteger();
        shop.run(() ->
                assertThatThrownBy(() ->
                                Atomic.block()
                                        .retries(2)
                                        .run(() -> {
                                            tries.incrementAndGet();
                                            throw TestConflicts.conflict(shop.database());
                                        }))
                        .isInstanceOf(ConflictException.class));

        assertThat(tries).hasValue(3);
    }

    @Test
    void bringsBothThroughWhenTwoLockTheSameRowsTheOtherWayRound() throws Exception {
        shop.run(() -> {
            givenArtist("a");
            givenArtist("b");
        });
        List<Future<?>> both = new ArrayList<>();
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
                both.add(threads.submit(() -> shop.run(() -> lockInTurn(order, barrier))));
            }
            for (Future<?> one : both) {
                one.get();
            }
        }

        shop.run(() -> assertThat(names()).containsExactly("axx", "bxx"));
    }

    private static void lockInTurn(List<String> order, CyclicBarrier barrier) {
        var first = new AtomicBoolean(true);
        Atomic.block()
                .retries(10)
                .run(() -> {
                    append(order.getFirst());
                    if (first.getAndSet(false)) {
                        await(barrier);
                    }
                    append(order.getLast());
                });
    }

    private static void append(String letter) {
        Artist artist = Artists.filter(Artists.name.startsWith(letter)).selectForUpdate().get();
        artist.name += "x";
        artist.save();
    }

    /// Both hold their first row; where one writer excludes the other, nobody comes.
    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            // one of them works alone, as on SQLite
        }
    }

    @Test
    void excludesOthersByAnAdvisoryLockUntilTheTransactionEnds() throws Exception {
        shop.run(() ->
                assertThatThrownBy(() -> AdvisoryLock.take("report"))
                        .hasMessageContaining("orm.E226"));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(
                        threads.submit(() ->
                                shop.run(() ->
                                        Transaction.atomic(() -> {
                                            AdvisoryLock.take("report");
                                            most.accumulateAndGet(
                                                    inside.incrementAndGet(), Math::max);
                                            names();
                                            inside.decrementAndGet();
                                        }))));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void saysWhetherAnAdvisoryLockWasFree() {
        boolean excludesAll = kind.equals("sqlite");
        shop.run(() ->
                Transaction.atomic(() -> {
                    assertThat(AdvisoryLock.tryTake("one")).isTrue();
                    if (!excludesAll) {
                        assertThat(
                                        elsewhere(() ->
                                                Transaction.atomic(
                                                        () -> AdvisoryLock.tryTake("one"))))
                                .isFalse();
                        assertThat(
                                        elsewhere(() ->
                                                Transaction.atomic(
                                                        () -> AdvisoryLock.tryTake("two"))))
                                .isTrue();
                    }
                }));
    }

    private <T> T elsewhere(Supplier<T> work) {
        var done = new AtomicReference<T>();
        joined(Thread.ofVirtual().start(() -> shop.run(() -> done.set(work.get()))));
        return done.get();
    }

    @Test
    void countsRightWhenManyThreadsCountInTheDatabase() throws Exception {
        shop.run(() -> givenArtist("0"));
        List<Future<?>> counting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                counting.add(threads.submit(() -> shop.run(TransactionTest::appendX)));
            }
        }
        for (Future<?> one : counting) {
            one.get();
        }

        shop.run(() -> assertThat(names()).containsExactly("0" + "x".repeat(60)));
    }

    /// Sixty threads find room and each adds one letter; nobody's letter is lost.
    private static void appendX() {
        Transaction.atomic(() -> {
            Artist artist = Artists.all().selectForUpdate().get();
            if (artist.name.length() < 61) {
                artist.name += "x";
                artist.save();
            }
        });
    }
}
