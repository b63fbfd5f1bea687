package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.orm.connection.ConnectionException;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.PoolMetrics;
import dev.quintet.orm.connection.PoolTimeoutException;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens when the server ends connections, as at a restart, and when there are more threads
/// than connections.
@ParameterizedClass
@ValueSource(strings = {"postgresql", "mariadb"})
class RecoveryTest {

    private static final int THREADS = 1_000;

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind, "pool_size=10&trace=true");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static void givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
    }

    private static void givenAlbum() {
        var artist = new Artist();
        artist.name = "Django";
        artist.save();
        var album = new Album();
        album.title = "Djangology";
        album.slug = new Slug("djangology");
        album.price = BigDecimal.ONE;
        album.artist.set(artist);
        album.save();
    }

    /// Ends every session of the shop's pool, from another connection.
    private void killAllConnections() {
        String url = TestServer.valueOf(kind.toUpperCase(java.util.Locale.ROOT)).url();
        try (Database killer = DatabaseOpener.open("killer", ServiceUrl.parse(url))) {
            String sessions =
                    kind.equals("postgresql")
                            ? "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                    + " AND query LIKE '%shop_%' AND datname = current_database()"
                                    + " AND usename = current_user"
                            : "SELECT id FROM information_schema.processlist"
                                    + " WHERE id <> connection_id() AND db = database()";
            List<Long> ids =
                    killer.query(
                            SqlStatement.of(sessions),
                            new Object[0],
                            (result, _) -> {
                                List<Long> found = new ArrayList<>();
                                while (result.next()) {
                                    found.add(result.getLong(1));
                                }
                                return found;
                            });
            for (long id : ids) {
                try {
                    killer.execute(
                            List.of(
                                    kind.equals("postgresql")
                                            ? "SELECT pg_terminate_backend(" + id + ")"
                                            : "KILL CONNECTION " + id));
                } catch (DatabaseException gone) {
                    // it had ended by itself
                }
            }
        }
    }

    @Test
    void answersTheNextQueryAfterAllConnectionsWereEnded() {
        shop.run(() -> {
            givenArtist("before");
            killAllConnections();

            assertThat(Artists.all().count()).isEqualTo(1);
        });
    }

    @Test
    void beginsTheNextTransactionAfterAllConnectionsWereEnded() {
        shop.run(() -> {
            givenArtist("before");
            killAllConnections();

            Transaction.atomic(() -> givenArtist("after"));
            assertThat(Artists.all().count()).isEqualTo(2);
        });
    }

    @Test
    void saysThatATransactionIsGoneWhoseConnectionIs() {
        shop.run(() -> {
            assertThatThrownBy(() ->
                            Transaction.atomic(() -> {
                                givenArtist("lost");
                                killAllConnections();
                                Artists.all().count();
                            }))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("orm.E211")
                    .hasNoSuppressedExceptions();

            assertThat(Artists.all().count()).isZero();
        });
    }

    @Test
    void keepsNothingOfATransactionThatGoesOnAfterItsConnectionIsGone() {
        shop.run(() -> {
            assertThatThrownBy(() ->
                            Transaction.atomic(() -> {
                                givenArtist("lost");
                                killAllConnections();
                                assertThatThrownBy(() -> givenArtist("fails"))
                                        .isInstanceOf(ConnectionException.class);
                                givenArtist("must not be kept alone");
                            }))
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("orm.E220");

            assertThat(Artists.all().count()).isZero();
        });
    }

    @Test
    void countsRightWithAThousandThreadsOverTenConnections() throws Exception {
        shop.run(RecoveryTest::givenAlbum);
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THREADS; i++) {
                all.add(
                        threads.submit(() ->
                                shop.run(() -> {
                                    Albums.all().update(Albums.stock.set(Albums.stock.plus(1)));
                                    Artists.all().count();
                                })));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        shop.run(() -> assertThat(Albums.get().stock).isEqualTo(THREADS));
        PoolMetrics pool = shop.database().metrics().pool();
        assertThat(pool.open()).isLessThanOrEqualTo(10);
        assertThat(pool.lent()).isZero();
        assertThat(pool.timeouts()).isZero();
        assertThat(pool.borrowed()).isGreaterThanOrEqualTo(2 * THREADS);
    }

    @Test
    void goesOnWhileConnectionsAreEndedAgainAndAgain() throws Exception {
        shop.run(() -> givenArtist("0"));
        var answered = new AtomicInteger();
        var refused = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                all.add(
                        threads.submit(() ->
                                shop.run(() -> {
                                    for (int j = 0; j < 40; j++) {
                                        try {
                                            Transaction.atomic(() -> Artists.all().count());
                                            answered.incrementAndGet();
                                        } catch (ConnectionException clear) {
                                            refused.incrementAndGet();
                                        }
                                    }
                                })));
            }
            for (int i = 0; i < 3; i++) {
                killAllConnections();
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(answered.get() + refused.get()).isEqualTo(2_000);
        assertThat(answered.get()).isGreaterThan(1_500);
        shop.run(() -> assertThat(Artists.all().count()).isEqualTo(1));
        assertThat(shop.database().metrics().pool().lent()).isZero();
    }

    @Test
    void namesWhoHoldsTheConnectionsWhenNoneIsFreeInTime() throws Exception {
        try (TestShop narrow = TestShop.open(kind, "pool_size=1&pool_timeout=0.1&trace=true")) {
            var holding = new CountDownLatch(1);
            var done = new CountDownLatch(1);
            Thread holder =
                    Thread.ofVirtual()
                            .name("the-holder")
                            .start(() ->
                                    narrow.run(() ->
                                            Transaction.atomic(() -> {
                                                Artists.all().count();
                                                holding.countDown();
                                                awaited(done);
                                            })));
            holding.await();
            narrow.run(() ->
                    assertThatThrownBy(() -> Artists.all().count())
                            .isInstanceOf(PoolTimeoutException.class)
                            .hasMessageContaining("orm.E033")
                            .hasMessageContaining("the-holder")
                            .hasMessageContaining("RecoveryTest")
                            .hasMessageContaining("pool_size"));
            done.countDown();
            holder.join();
            narrow.run(() -> assertThat(Artists.all().count()).isZero());
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void saysWhereADatabaseCannotBeReached() {
        String url = kind + "://nobody:secret@127.0.0.1:1/gone";
        try (Database gone = DatabaseOpener.open("gone", ServiceUrl.parse(url))) {
            assertThatThrownBy(() -> gone.execute(List.of("SELECT 1")))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("orm.E032")
                    .hasMessageContaining("'gone'")
                    .hasMessageNotContaining("secret");
        }
    }
}
