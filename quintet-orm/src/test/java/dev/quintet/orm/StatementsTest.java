package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.context.Cancellation;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseSignals;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.connection.StatementCancelledException;
import dev.quintet.orm.connection.StatementTimeoutException;
import dev.quintet.orm.connection.Statements;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Statements wrapped, refused, counted, bounded and stopped, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class StatementsTest {

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind, "sql_comments=true");
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

    @Test
    void areLoggedWithTheirCallerWhereTheyTakeTooLong() {
        List<String> heard = new CopyOnWriteArrayList<>();
        var listening =
                new StreamHandler() {
                    @Override
                    public void publish(LogRecord told) {
                        heard.add(told.getMessage());
                    }
                };
        Logger logger = Logger.getLogger("quintet.orm.slow");
        logger.addHandler(listening);
        try (TestShop slow = TestShop.open(kind, "slow_statement=0.000001")) {
            slow.run(() -> Artists.filter(Artists.name.eq("Django\nINFO")).count());
        } finally {
            logger.removeHandler(listening);
        }

        assertThat(heard)
                .filteredOn(line -> line.contains("COUNT("))
                .singleElement()
                .asString()
                .startsWith("Slow statement on default, ")
                .contains(" ms, asked by ", "StatementsTest.java:", "SELECT")
                .doesNotContain("\n");
    }

    @Test
    void wrapsTheStatementsOfAPieceOfCodeFromTheOutsideInwards() {
        List<String> seen = new ArrayList<>();
        shop.run(() -> {
            List<Artist> found =
                    Statements.wrapped(
                            statement -> {
                                seen.add("outer " + statement.changes());
                                statement.run();
                                seen.add("outer after");
                            },
                            () ->
                                    Statements.wrapped(
                                            statement -> {
                                                seen.add("inner " + statement.database());
                                                statement.run();
                                            },
                                            () -> {
                                                givenArtist("Django");
                                                return Artists.all().list();
                                            }));
            Artists.all().list();

            assertThat(found).hasSize(1);
        });

        assertThat(seen)
                .containsExactly(
                        "outer true",
                        "inner default",
                        "outer after",
                        "outer false",
                        "inner default",
                        "outer after");
    }

    @Test
    void tellsThoseWhoListenOfEachConnectionThatIsOpened() {
        List<String> heard = new ArrayList<>();
        try (var _ =
                        DatabaseSignals.CONNECTION_OPENED.connect(event ->
                                heard.add(event.database() + " " + event.connection().isClosed()));
                var other = TestShop.open(kind, "pool_size=1")) {
            other.run(() -> {
                Artists.all().count();
                int opened = heard.size();
                for (int i = 0; i < 5; i++) {
                    Artists.all().count();
                }

                assertThat(heard).hasSize(opened).isNotEmpty().containsOnly("default false");
            });
        }
        try (var _ =
                DatabaseSignals.CONNECTION_OPENED.connect(event -> {
                    throw new IllegalStateException("not with me");
                })) {
            assertThatThrownBy(() -> TestShop.open(kind, "pool_size=1"))
                    .hasMessageContaining("not with me");
        }
    }

    @Test
    void countsThem() {
        shop.run(() ->
                assertThat(
                                Statements.counted(() -> {
                                    givenArtist("one");
                                    Artists.all().count();
                                }))
                        .isEqualTo(2));
    }

    @Test
    void refusesTheFirstStatementWhereNoneMayRun() {
        shop.run(() -> {
            assertThat(Statements.<Integer, RuntimeException>refused(() -> 1 + 1)).isEqualTo(2);
            assertThatThrownBy(() -> Statements.refused(() -> Artists.all().list()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("orm.E218")
                    .hasMessageContaining("shop_artist");
        });
    }

    @Test
    void refusesAWrapperThatRunsItsStatementNeverOrTwice() {
        shop.run(() -> {
            assertThatThrownBy(() -> Statements.wrapped(_ -> {}, () -> Artists.all().list()))
                    .hasMessageContaining("orm.E217");
            assertThatThrownBy(() ->
                            Statements.wrapped(
                                    statement -> {
                                        statement.run();
                                        statement.run();
                                    },
                                    () -> Artists.all().list()))
                    .hasMessageContaining("orm.E216");
        });
    }

    @Test
    void endsAStatementThatTakesLongerThanItMay() {
        shop.run(() -> {
            assertThatThrownBy(() -> Statements.within(Duration.ofMillis(100), this::takeLong))
                    .isInstanceOf(StatementTimeoutException.class)
                    .hasMessageContaining("orm.E209");

            assertThat(Artists.all().count()).isZero();
        });
    }

    @Test
    void endsAStatementThatTakesLongerThanTheDatabasesUrlSays() {
        try (TestShop hasty = TestShop.open(kind, "statement_timeout=0.2")) {
            hasty.run(() ->
                    assertThatThrownBy(() -> takeLong(hasty))
                            .isInstanceOf(StatementTimeoutException.class));
        }
    }

    @Test
    void stopsAStatementThatNobodyWaitsForAndSendsNoMore() throws Exception {
        var cancellation = Cancellation.open();
        var started = new CountDownLatch(1);
        var first = new AtomicReference<Throwable>();
        var second = new AtomicReference<Throwable>();
        Thread view =
                Thread.ofVirtual()
                        .start(() ->
                                shop.context()
                                        .with(Cancellation.KEY, cancellation)
                                        .run(() -> {
                                            started.countDown();
                                            first.set(thrownBy(this::takeLong));
                                            second.set(thrownBy(() -> Artists.all().count()));
                                        }));
        started.await();
        Thread.sleep(100);
        cancellation.cancel();
        view.join();

        assertThat(first.get()).isInstanceOf(StatementCancelledException.class);
        assertThat(second.get())
                .isInstanceOf(StatementCancelledException.class)
                .hasMessageContaining("It was not sent");
        shop.run(() -> assertThat(Artists.all().count()).isZero());
    }

    @Test
    void takesATransactionBackWhoseStatementIsStopped() throws Exception {
        var cancellation = Cancellation.open();
        var started = new CountDownLatch(1);
        Thread view =
                Thread.ofVirtual()
                        .start(() ->
                                shop.context()
                                        .with(Cancellation.KEY, cancellation)
                                        .run(() ->
                                                thrownBy(() ->
                                                        Transaction.atomic(() -> {
                                                            givenArtist("lost");
                                                            started.countDown();
                                                            takeLong();
                                                        }))));
        started.await();
        Thread.sleep(100);
        cancellation.cancel();
        view.join();

        shop.run(() -> {
            assertThat(Artists.all().count()).isZero();
            givenArtist("later");
            assertThat(Artists.all().count()).isEqualTo(1);
        });
    }

    @Test
    void tellsTheServerWhoseStatementItIs() {
        shop.run(() -> {
            givenArtist("Django");
            List<Artist> found =
                    Statements.tagged("request_id", "a1 */ ' ? --", () -> Artists.all().list());

            assertThat(found).hasSize(1);
            if (kind.equals("postgresql")) {
                String own =
                        Statements.tagged(
                                "request_id",
                                "a1 */ ' ? --",
                                () ->
                                        text(
                                                "SELECT query FROM pg_stat_activity"
                                                        + " WHERE pid = pg_backend_pid()"));
                assertThat(own).endsWith("/* request_id='a1+%2A%2F+%27+%3F+--' */");
            }
        });
    }

    private String text(String sql) {
        return shop.database()
                .query(
                        SqlStatement.of(sql),
                        new Object[0],
                        (result, row) -> {
                            result.next();
                            return row.text(1);
                        });
    }

    private static Throwable thrownBy(Runnable body) {
        try {
            body.run();
            return null;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private Void takeLong() {
        return takeLong(shop);
    }

    /// Ten seconds, unless somebody stops it.
    private Void takeLong(TestShop on) {
        String sql =
                switch (kind) {
                    case "postgresql" -> "SELECT pg_sleep(10)";
                    case "mariadb" -> "SELECT SLEEP(10)";
                    default ->
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                    + " WHERE i < 200000000) SELECT max(i) FROM n";
                };
        on.database().query(SqlStatement.of(sql), new Object[0], (result, _) -> result.next());
        return null;
    }
}
