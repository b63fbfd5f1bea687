package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.connection.WorkUnit;
import dev.quintet.orm.sql.Feature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A lock by name, held until the transaction ends, over all processes that use the database: for
/// work that only one may do at a time, and that no row stands for.
///
/// PostgreSQL has them inside a database, MariaDB on the whole server (the name of the database is
/// put in front). On SQLite a transaction that writes excludes every other one already, so the lock
/// is had with it.
public final class AdvisoryLock {

    /// MariaDB takes a number; this is longer than any transaction.
    private static final int FOREVER_SECONDS = 31_536_000;

    private AdvisoryLock() {}

    /// Takes the lock on the default database, when its holder has let it go.
    ///
    /// @throws TransactionException outside an atomic block, or in one that only reads on SQLite
    public static void take(String name) {
        take(Databases.DEFAULT, name);
    }

    /// Takes the lock on this database, when its holder has let it go.
    ///
    /// @throws TransactionException outside an atomic block, or in one that only reads on SQLite
    public static void take(String alias, String name) {
        held(alias, name, true);
    }

    /// {@return whether the lock on the default database was free, and is this transaction's now}
    ///
    /// @throws TransactionException outside an atomic block, or in one that only reads on SQLite
    public static boolean tryTake(String name) {
        return tryTake(Databases.DEFAULT, name);
    }

    /// {@return whether the lock on this database was free, and is this transaction's now}
    ///
    /// @throws TransactionException outside an atomic block, or in one that only reads on SQLite
    public static boolean tryTake(String alias, String name) {
        return held(alias, name, false);
    }

    private static boolean held(String alias, String name, boolean patient) {
        Database database = Databases.current().get(alias);
        WorkUnit unit = database.unit();
        if (unit == null) {
            throw new TransactionException(
                    Problem.of("orm.E226", "The lock '" + name + "' is taken in no transaction.")
                            .because("It is held until the transaction ends.")
                            .fixedBy("Take it inside atomic()."));
        }
        byte[] digest = digest(name);
        if (!database.dialect().features().contains(Feature.ADVISORY_LOCKS)) {
            return byWriting(unit, name);
        }
        return database.dialect().name().equals("postgresql")
                ? postgresql(database, ByteBuffer.wrap(digest).getLong(), patient)
                : mariadb(database, unit, HexFormat.of().formatHex(digest, 0, 16), patient);
    }

    private static boolean byWriting(WorkUnit unit, String name) {
        if (!unit.mode().writesAtOnce()) {
            throw new TransactionException(
                    Problem.of("orm.E227", "The lock '" + name + "' is not to be had here.")
                            .because(
                                    "This database locks by writing, and the transaction is"
                                            + " read-only or deferred.")
                            .fixedBy("Take it in a block that writes: atomic()."));
        }
        return true;
    }

    private static boolean postgresql(Database database, long number, boolean patient) {
        if (patient) {
            return asked(database, "SELECT pg_advisory_xact_lock(" + number + ") IS NOT NULL");
        }
        return asked(database, "SELECT pg_try_advisory_xact_lock(" + number + ")");
    }

    private static boolean mariadb(Database database, WorkUnit unit, String hex, boolean patient) {
        // The names of MariaDB's locks are at most 64 characters, and belong to the whole server.
        String lock = "SHA1(CONCAT(DATABASE(), '." + hex + "'))";
        int seconds = patient ? FOREVER_SECONDS : 0;
        boolean had = asked(database, "SELECT GET_LOCK(" + lock + ", " + seconds + ") = 1");
        if (had) {
            unit.releaseAtEnd("DO RELEASE_LOCK(" + lock + ")");
        }
        return had;
    }

    private static boolean asked(Database database, String question) {
        return database.query(
                SqlStatement.of(question),
                new Object[0],
                (result, _) -> result.next() && result.getBoolean(1));
    }

    private static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
