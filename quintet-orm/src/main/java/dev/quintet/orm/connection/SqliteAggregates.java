package dev.quintet.orm.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongBinaryOperator;
import org.sqlite.Function;

/// Aggregates that SQLite has not got, in Java. NULL adds nothing; over nothing they are NULL.
final class SqliteAggregates {

    private SqliteAggregates() {}

    static void install(Connection connection) throws SQLException {
        Function.create(connection, "quintet_variance", new Spread(false, false));
        Function.create(connection, "quintet_variance_sample", new Spread(true, false));
        Function.create(connection, "quintet_std_dev", new Spread(false, true));
        Function.create(connection, "quintet_std_dev_sample", new Spread(true, true));
        Function.create(connection, "quintet_bit_and", new Bits((a, b) -> a & b));
        Function.create(connection, "quintet_bit_or", new Bits((a, b) -> a | b));
        Function.create(connection, "quintet_bit_xor", new Bits((a, b) -> a ^ b));
    }

    /// How far values lie from their mean; Welford's way, which does not lose digits.
    private static final class Spread extends Function.Aggregate {

        private final boolean sample;
        private final boolean root;
        private long count;
        private double mean;
        private double squares;

        Spread(boolean sample, boolean root) {
            this.sample = sample;
            this.root = root;
        }

        @Override
        protected void xStep() throws SQLException {
            Object value =
                    SqliteValues.read(
                            this::value_type,
                            this::value_text,
                            this::value_long,
                            this::value_double,
                            0);
            if (value == null) {
                return;
            }
            double number = Double.parseDouble(value.toString());
            count++;
            double apart = number - mean;
            mean += apart / count;
            squares += apart * (number - mean);
        }

        @Override
        protected void xFinal() throws SQLException {
            long divisor = sample ? count - 1 : count;
            if (divisor <= 0) {
                result();
            } else {
                double variance = squares / divisor;
                result(root ? Math.sqrt(variance) : variance);
            }
        }
    }

    private static final class Bits extends Function.Aggregate {

        private final LongBinaryOperator together;
        private boolean any;
        private long bits;

        Bits(LongBinaryOperator together) {
            this.together = together;
        }

        @Override
        protected void xStep() throws SQLException {
            if (value_type(0) == 5) {
                return;
            }
            long value = value_long(0);
            bits = any ? together.applyAsLong(bits, value) : value;
            any = true;
        }

        @Override
        protected void xFinal() throws SQLException {
            if (any) {
                result(bits);
            } else {
                result();
            }
        }
    }
}
