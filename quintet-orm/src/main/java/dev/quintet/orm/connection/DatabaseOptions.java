package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.ServiceUrl;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a database's URL says behind its `?`, as far as it concerns all kinds of databases. Times
/// are given in seconds, with a point where they are parts of one.
///
/// @param pool how connections are kept
/// @param statementTimeout the longest time of a statement, or `null` for none
/// @param slowStatement how long a statement takes before the log tells of it, or `null` for never
/// @param comments whether statements carry a comment with the id of the request
/// @param replicaOf alias of the database that this one is a copy of, or `null`
/// @param readYourWrites how long after a write its reader is kept from replicas
public record DatabaseOptions(
        PoolSettings pool,
        @Nullable Duration statementTimeout,
        @Nullable Duration slowStatement,
        boolean comments,
        @Nullable String replicaOf,
        Duration readYourWrites) {

    /// A usual pool, no limits, no comments.
    public static final DatabaseOptions USUAL =
            new DatabaseOptions(PoolSettings.USUAL, null, null, false, null, Duration.ofSeconds(5));

    /// The options that every URL may have.
    static final List<String> NAMES =
            List.of(
                    "pool_size",
                    "pool_timeout",
                    "max_age",
                    "trial_after",
                    "leak_after",
                    "trace",
                    "statement_timeout",
                    "slow_statement",
                    "sql_comments",
                    "replica_of",
                    "read_your_writes",
                    "connect_timeout");

    private static final String DRIVERS_OWN = "jdbc.";

    /// {@return the options of a URL}
    ///
    /// @param pool what holds where the URL says nothing
    /// @param own names of options that this kind of database has besides
    /// @throws DatabaseException when one is unknown or cannot be read
    static DatabaseOptions of(ServiceUrl url, PoolSettings pool, List<String> own) {
        refuseUnknown(url, own);
        return new DatabaseOptions(
                pool.size(number(url, "pool_size", pool.size()))
                        .patience(seconds(url, "pool_timeout", pool.patience()))
                        .maxAge(seconds(url, "max_age", pool.maxAge()))
                        .trialAfter(seconds(url, "trial_after", pool.trialAfter()))
                        .leakAfter(seconds(url, "leak_after", pool.leakAfter()))
                        .traced(truth(url, "trace")),
                seconds(url, "statement_timeout"),
                seconds(url, "slow_statement"),
                truth(url, "sql_comments"),
                url.options().get("replica_of"),
                seconds(url, "read_your_writes", USUAL.readYourWrites()));
    }

    /// {@return these with another limit for each statement}
    public DatabaseOptions statementTimeout(@Nullable Duration statementTimeout) {
        return new DatabaseOptions(
                pool, statementTimeout, slowStatement, comments, replicaOf, readYourWrites);
    }

    private static void refuseUnknown(ServiceUrl url, List<String> own) {
        List<String> known = new ArrayList<>(NAMES);
        known.addAll(own);
        for (String option : url.options().keySet()) {
            if (!known.contains(option) && !option.startsWith(DRIVERS_OWN)) {
                String question = Nearest.question(option, known);
                throw new DatabaseException(
                        Problem.of(
                                        "orm.E219",
                                        "The URL of a database has the option '"
                                                + option
                                                + "', which "
                                                + url.scheme()
                                                + ": does not know.")
                                .because("It knows: " + String.join(", ", known) + ".")
                                .fixedBy(
                                        question != null
                                                ? question
                                                : "For one of the driver's own say jdbc."
                                                        + option
                                                        + "."),
                        null);
            }
        }
    }

    static int number(ServiceUrl url, String option, int otherwise) {
        String text = url.option(option, String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw unreadable(option, text, "a whole number from 1 on");
    }

    private static Duration seconds(ServiceUrl url, String option, Duration otherwise) {
        Duration told = seconds(url, option);
        return told == null ? otherwise : told;
    }

    private static @Nullable Duration seconds(ServiceUrl url, String option) {
        String text = url.options().get(option);
        if (text == null) {
            return null;
        }
        try {
            var seconds = new BigDecimal(text.strip());
            if (seconds.signum() >= 0 && seconds.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0) {
                return Duration.ofNanos(seconds.movePointRight(9).longValue());
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw unreadable(option, text, "a number of seconds");
    }

    private static boolean truth(ServiceUrl url, String option) {
        String text = url.option(option, "false");
        return switch (text) {
            case "true", "1", "on", "yes" -> true;
            case "false", "0", "off", "no" -> false;
            default -> throw unreadable(option, text, "true or false");
        };
    }

    private static DatabaseException unreadable(String option, String text, String expected) {
        return new DatabaseException(
                Problem.of(
                        "orm.E038",
                        "The option "
                                + option
                                + " of a database's URL is '"
                                + text
                                + "', not "
                                + expected
                                + "."),
                null);
    }
}
