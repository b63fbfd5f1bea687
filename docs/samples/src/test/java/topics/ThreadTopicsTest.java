package topics;

import static dev.quintet.test.Testing.outbox;
import static dev.quintet.test.Testing.runOnCommit;
import static dev.quintet.test.Testing.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.context.Parallel;
import dev.quintet.mail.EmailMessage;
import dev.quintet.orm.Transaction;
import dev.quintet.test.Client;
import dev.quintet.test.RanStatement;
import dev.quintet.test.SiteTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topics.bookshop.Book;
import topics.bookshop.Books;
import topics.bookshop.Bookshop;
import topics.bookshop.Tag;
import topics.bookshop.Tags;

/// The samples of `docs/topics/03-memory-and-threads.md`, in the order of their numbers.
@SiteTest(Bookshop.class)
class ThreadTopicsTest {

    @BeforeEach
    void fillTheShelf() {
        Stock.save();
    }

    @Test
    void holdsOneRowAtATime() {
        Tags.all()
                .bulkCreate(IntStream.range(0, 5_000).mapToObj(n -> new Tag("tag " + n)).toList());

        try (Stream<Tag> tags = Tags.all().stream()) {
            long letters = tags.mapToLong(tag -> tag.name.length()).sum();
            assertThat(letters).isGreaterThan(5_000 * 5);
        }
    }

    static long primesBelow(int end) {
        return IntStream.range(2, end)
                .filter(n -> IntStream.range(2, n).noneMatch(d -> n % d == 0))
                .count();
    }

    @Test
    void waitsOnManyThreadsAndCountsOnFew() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        Callable<Long> count = () -> primesBelow(1_000);
        Callable<Integer> ask =
                () -> {
                    Thread.sleep(50);
                    return 200;
                };

        try (var cpu = Executors.newFixedThreadPool(cores);
                var io = Executors.newVirtualThreadPerTaskExecutor()) {
            var counted = cpu.invokeAll(List.of(count, count, count));
            var asked = io.invokeAll(IntStream.range(0, 1_000).mapToObj(_ -> ask).toList());

            assertThat(counted).allMatch(one -> one.resultNow() == 168);
            assertThat(asked).allMatch(one -> one.resultNow() == 200);
        }
    }

    static String offerOf(int shop) throws InterruptedException {
        Thread.sleep(100);
        return "offer " + shop;
    }

    @Test
    void asksTwentyAtOnce() {
        long start = System.nanoTime();

        try (var parallel = Parallel.open()) {
            var offers =
                    IntStream.range(0, 20)
                            .mapToObj(shop -> parallel.fork(() -> offerOf(shop)))
                            .toList();
            parallel.join();
            assertThat(offers.getLast().get()).isEqualTo("offer 19");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void stopsTheOthersWhenOneFails() {
        long start = System.nanoTime();

        try (var parallel = Parallel.open()) {
            parallel.fork(() -> {
                Thread.sleep(60_000);
                return "too late";
            });
            parallel.fork(() -> {
                throw new IllegalStateException("the shop is closed");
            });
            assertThatThrownBy(parallel::join).hasMessage("the shop is closed");
        } // whoever was still waiting is interrupted

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void waitsAtOnceOrWorksAtOnce() {
        long parallel = LongStream.rangeClosed(1, 1_000_000).parallel().sum(); // cores
        assertThat(parallel).isEqualTo(500_000_500_000L);

        var door = new Semaphore(3); // at most three at a time
        var inside = new AtomicInteger();
        var most = ConcurrentHashMap.<Integer>newKeySet();
        try (var visitors = Parallel.open()) {
            for (int n = 0; n < 50; n++) { // interleaved
                visitors.fork(() -> {
                    door.acquire();
                    try {
                        most.add(inside.incrementAndGet());
                        Thread.sleep(1);
                        return inside.decrementAndGet();
                    } finally {
                        door.release();
                    }
                });
            }
            visitors.join();
        }
        assertThat(most).allMatch(n -> n <= 3);
    }

    static void sell(Book book, String customer) {
        Transaction.atomic(() -> {
            book.stock -= 1;
            book.save();
            EmailMessage.of("Thank you", "Your copy of " + book + " is on its way.")
                    .to(customer)
                    .later(); // after the commit, while the visitor has the page already
        });
    }

    @Test
    void answersNowAndMailsLater() {
        Book emma = Books.get(Books.slug.eq("emma"));

        runOnCommit(() -> sell(emma, "ann@example.com"));

        assertThat(outbox()).hasSize(1);
        assertThat(outbox().getFirst().subject()).isEqualTo("Thank you");
    }

    @Test
    void looksBeforeItTunes(Client client) {
        List<RanStatement> ran = statementsOf(() -> client.get("shelf:index"));
        assertThat(ran).hasSize(2); // the books, and their authors

        assertThat(Books.filter(Books.slug.eq("emma")).explain()).contains("INDEX");

        var rates = new ConcurrentHashMap<String, Integer>(); // functools.cache
        var asked = new AtomicInteger();
        for (int n = 0; n < 3; n++) {
            rates.computeIfAbsent("EUR", _ -> 100 + asked.incrementAndGet());
        }
        assertThat(asked).hasValue(1);
    }
}
