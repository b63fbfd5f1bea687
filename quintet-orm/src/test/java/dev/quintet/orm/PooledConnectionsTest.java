package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.LentConnection;
import dev.quintet.orm.connection.PooledConnections;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class PooledConnectionsTest {

    private final AtomicInteger opened = new AtomicInteger();

    private PooledConnections pool(int size, Duration patience) {
        return new PooledConnections(
                () -> {
                    opened.incrementAndGet();
                    return DriverManager.getConnection("jdbc:sqlite::memory:");
                },
                size,
                patience);
    }

    @Test
    void lendsTheSameConnectionAgain() throws SQLException {
        try (var pool = pool(4, Duration.ofSeconds(1))) {
            LentConnection first = pool.borrow();
            pool.giveBack(first, false);

            assertThat(pool.borrow()).isSameAs(first);
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void throwsABrokenConnectionAway() throws SQLException {
        try (var pool = pool(4, Duration.ofSeconds(1))) {
            LentConnection first = pool.borrow();
            pool.giveBack(first, true);

            assertThat(pool.borrow()).isNotSameAs(first);
            assertThat(first.jdbc().isClosed()).isTrue();
        }
    }

    @Test
    void saysThatAllAreInUseWhenPatienceEnds() throws SQLException {
        try (var pool = pool(1, Duration.ofMillis(20))) {
            pool.borrow();

            assertThatThrownBy(pool::borrow)
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .hasMessageContaining("All 1 connections were in use");
        }
    }

    @Test
    void tellsOfALongWaitAndWhoHoldsTheConnections() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        Handler listening =
                new Handler() {
                    @Override
                    public void publish(LogRecord told) {
                        heard.add(told.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger logger = Logger.getLogger(PooledConnections.class.getName());
        logger.addHandler(listening);
        try (var pool = pool(2, Duration.ofSeconds(30));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LentConnection first = pool.borrow();
            pool.borrow();
            Future<LentConnection> late = threads.submit(pool::borrow);
            Thread.sleep(1_100);
            assertThat(heard).isEmpty();
            pool.giveBack(first, false);

            assertThat(late.get()).isSameAs(first);
        } finally {
            logger.removeHandler(listening);
        }
        assertThat(heard)
                .singleElement()
                .asString()
                .contains("A connection was waited for 1", "All 2 are in use", "ms");
    }

    @Test
    void servesAThousandThreadsWithFourConnections() throws Exception {
        try (var pool = pool(4, Duration.ofSeconds(30));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> lent = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                lent.add(
                        threads.submit(() -> {
                            LentConnection connection = pool.borrow();
                            int now = pool.lent();
                            pool.giveBack(connection, false);
                            return now;
                        }));
            }

            for (Future<Integer> one : lent) {
                assertThat(one.get()).isBetween(1, 4);
            }
            assertThat(opened.get()).isLessThanOrEqualTo(4);
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void givesItsPlaceBackWhenOpeningFails() {
        var failing =
                new PooledConnections(
                        () -> {
                            throw new SQLException("down");
                        },
                        1,
                        Duration.ofMillis(50));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(failing::borrow).hasMessage("down");
        }
    }
}
