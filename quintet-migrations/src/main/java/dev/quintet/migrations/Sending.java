package dev.quintet.migrations;

import dev.quintet.orm.OrmException;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Sends the statements of one operation one by one, and notes how far it has come: begun again
/// after a crash, it goes on there.
///
/// A change of a table cannot be kept together with a note about it. So the note says before that
/// it is begun, and after that it is done; of one that was only begun, the database's answer to a
/// second try tells whether it was done.
final class Sending implements Consumer<List<String>> {

    /// What MariaDB answers when a change of a table was made already: there is such a table
    /// (1050), no such one (1051, 1146), such a column (1060), index (1061), key (1068, 1826, 1022,
    /// 1005), no such column (1054), nothing to drop (1091), no such index (1176).
    private static final Set<Integer> MARIADB =
            Set.of(1050, 1051, 1146, 1060, 1061, 1068, 1826, 1022, 1005, 1054, 1091, 1176);

    /// The same of PostgreSQL: there is such a table, column or object, or no such one.
    private static final Set<String> POSTGRESQL =
            Set.of("42P07", "42701", "42710", "42704", "42P01", "42703");

    private final Database database;
    private final Journal journal;
    private final Ground ground;
    private final Journal.Entry from;
    private final String source;
    private int batch = -1;

    /// @param from where the operation is gone on with
    /// @param source what it says today
    Sending(Database database, Journal journal, Ground ground, Journal.Entry from, String source) {
        this.database = database;
        this.journal = journal;
        this.ground = ground;
        this.from = from;
        this.source = source;
    }

    @Override
    public void accept(List<String> said) {
        batch++;
        if (batch < from.batch()) {
            return; // done before
        }
        boolean resumed = batch == from.batch() && !from.statements().isEmpty();
        List<String> statements = resumed ? continued(said) : said;
        for (int i = resumed ? from.statement() : 0; i < statements.size(); i++) {
            boolean doubtful = resumed && from.doubtful() && i == from.statement();
            send(statements, i, doubtful);
        }
        ground.together(() -> journal.put(entry(batch + 1, List.of(), 0, false)));
    }

    /// The list is kept as it was begun: made anew, it would miss what is done already. Unless the
    /// migration was mended since.
    private List<String> continued(List<String> said) {
        if (from.source().equals(source)) {
            return from.statements();
        }
        List<String> done = from.done();
        if (said.size() >= done.size() && said.subList(0, done.size()).equals(done)) {
            return said;
        }
        throw HalfWay.edited(from);
    }

    private void send(List<String> statements, int number, boolean doubtful) {
        String sql = statements.get(number);
        Journal.Entry done = entry(batch, statements, number + 1, false);
        if (ground.transactional(sql)) {
            ground.together(() -> {
                database.execute(List.of(sql));
                journal.put(done);
            });
            return;
        }
        if (!doubtful) {
            ground.together(() -> journal.put(entry(batch, statements, number, true)));
        } else if (number > 0 && concurrent(sql) && Ground.verb(sql).equals("CREATE")) {
            // It may have left an index behind that is not valid.
            database.execute(List.of(statements.get(number - 1)));
        }
        try {
            database.execute(List.of(sql));
        } catch (DatabaseException failed) {
            if (!doubtful || !saysDone(failed)) {
                undoubted(statements, number, failed);
                throw failed;
            }
        }
        ground.together(() -> journal.put(done));
    }

    private static boolean concurrent(String sql) {
        return sql.contains("CONCURRENTLY");
    }

    /// The database answered: it is known that this was not done.
    private void undoubted(List<String> statements, int number, DatabaseException failed) {
        try {
            ground.together(() -> journal.put(entry(batch, statements, number, false)));
        } catch (OrmException gone) {
            // Then it stays doubtful.
            failed.addSuppressed(gone);
        }
    }

    private static boolean saysDone(DatabaseException failed) {
        return failed.getCause() instanceof SQLException cause
                && (MARIADB.contains(cause.getErrorCode())
                        || POSTGRESQL.contains(String.valueOf(cause.getSQLState())));
    }

    private Journal.Entry entry(
            int batch, List<String> statements, int statement, boolean doubtful) {
        return new Journal.Entry(
                from.name(),
                from.backwards(),
                from.operation(),
                batch,
                statement,
                doubtful,
                from.said(),
                source,
                statements);
    }
}
