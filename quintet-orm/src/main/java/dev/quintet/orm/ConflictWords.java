package dev.quintet.orm;

import dev.quintet.orm.sql.Dialect;
import java.util.List;
import java.util.stream.Collectors;

/// How each database is told what to do with new rows that meet others.
final class ConflictWords {

    private ConflictWords() {}

    /// {@return the beginning of an INSERT that passes over rows that meet others}
    static String insertIgnoring(Dialect dialect) {
        return switch (dialect.name()) {
            case "sqlite" -> "INSERT OR IGNORE INTO ";
            case "postgresql" -> "INSERT INTO ";
            default -> "INSERT IGNORE INTO ";
        };
    }

    /// {@return the end of such an INSERT}
    static String ignoring(Dialect dialect) {
        return dialect.name().equals("postgresql") ? " ON CONFLICT DO NOTHING" : "";
    }

    /// {@return the end of an INSERT that changes the rows that new ones meet}
    ///
    /// @param unique columns, quoted, that new rows meet others in
    /// @param changed columns, quoted, that these others take from the new rows
    static String updating(Dialect dialect, List<String> unique, List<String> changed) {
        if (dialect.name().equals("mariadb")) {
            return " ON DUPLICATE KEY UPDATE "
                    + changed.stream()
                            .map(column -> column + " = VALUES(" + column + ")")
                            .collect(Collectors.joining(", "));
        }
        return " ON CONFLICT ("
                + String.join(", ", unique)
                + ") DO UPDATE SET "
                + changed.stream()
                        .map(column -> column + " = EXCLUDED." + column)
                        .collect(Collectors.joining(", "));
    }
}
