package dev.quintet.orm.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;

/// Where a SQLite database lies. Safe for many threads.
///
/// `:memory:` would be another, empty database for each connection: it is a file of its own in the
/// folder for temporary files instead, which goes when the process ends.
final class SqliteFile {

    static final String MEMORY = ":memory:";

    private final String named;
    private @Nullable Path temporary;

    SqliteFile(String named) {
        this.named = named;
    }

    boolean inMemory() {
        return named.equals(MEMORY);
    }

    synchronized Path path() throws SQLException {
        if (!inMemory()) {
            return Path.of(named);
        }
        Path made = temporary;
        if (made == null) {
            try {
                Path folder = Files.createTempDirectory("quintet-memory");
                made = folder.resolve("memory.db");
                for (Path each : new Path[] {folder, made}) {
                    each.toFile().deleteOnExit();
                }
                for (String ending : new String[] {"-wal", "-shm"}) {
                    Path.of(made + ending).toFile().deleteOnExit();
                }
            } catch (IOException failed) {
                throw new SQLNonTransientConnectionException(
                        "No temporary file can be made: " + failed.getMessage(), failed);
            }
            temporary = made;
        }
        return made;
    }
}
