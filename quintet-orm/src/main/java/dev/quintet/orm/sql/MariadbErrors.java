package dev.quintet.orm.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What MariaDB and MySQL mean by their errors.
final class MariadbErrors {

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern LAST_QUOTED = Pattern.compile("'([^']*)'[^']*$");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `((?:[^`]|``)*)`");
    private static final Pattern TABLE = Pattern.compile("`[^`]*`\\.`([^`]*)`");
    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY \\(`([^`]*)`\\)");

    private MariadbErrors() {}

    static Diagnosis diagnose(SQLException error) {
        String words = error.getMessage() == null ? "" : error.getMessage();
        return switch (error.getErrorCode()) {
            case 1062, 1586 -> unique(words);
            case 1451, 1452, 1216, 1217 -> foreignKey(words);
            case 1048, 1364, 1263 -> notNull(words);
            case 4025 -> check(first(CONSTRAINT, words), first(TABLE, words));
            case 3819 -> check(first(QUOTED, words), null);
            case 1213 -> Diagnosis.of(Diagnosis.Kind.DEADLOCK).endingTransaction();
            case 1020 -> Diagnosis.of(Diagnosis.Kind.SERIALIZATION).endingTransaction();
            case 1205, 3572, 1637 -> Diagnosis.of(Diagnosis.Kind.LOCK);
            case 1969, 3024 -> Diagnosis.of(Diagnosis.Kind.TIMEOUT);
            case 1317 -> Diagnosis.of(Diagnosis.Kind.CANCELLED);
            case 1040, 1203, 1226 -> Diagnosis.of(Diagnosis.Kind.TOO_MANY_CONNECTIONS);
            case 1927, 2006, 2013, 1053, 4031 -> Diagnosis.of(Diagnosis.Kind.CONNECTION);
            case 1792, 1290 -> Diagnosis.of(Diagnosis.Kind.READ_ONLY);
            case 1264, 1406, 1366, 1292 -> Diagnosis.of(Diagnosis.Kind.VALUE);
            default -> Diagnosis.of(Diagnosis.byState(error.getSQLState()));
        };
    }

    /// `Duplicate entry 'x' for key 'slug'`; MySQL says `table.slug`.
    private static Diagnosis unique(String words) {
        String key = first(LAST_QUOTED, words);
        String table = null;
        if (key != null && key.indexOf('.') > 0) {
            table = key.substring(0, key.indexOf('.'));
            key = key.substring(key.indexOf('.') + 1);
        }
        return new Diagnosis(
                Diagnosis.Kind.UNIQUE, key, table, key == null ? List.of() : List.of(key), false);
    }

    private static Diagnosis foreignKey(String words) {
        String column = first(FOREIGN_KEY, words);
        return new Diagnosis(
                Diagnosis.Kind.FOREIGN_KEY,
                first(CONSTRAINT, words),
                first(TABLE, words),
                column == null ? List.of() : List.of(column),
                false);
    }

    private static Diagnosis notNull(String words) {
        String column = first(QUOTED, words);
        return new Diagnosis(
                Diagnosis.Kind.NOT_NULL,
                null,
                null,
                column == null ? List.of() : List.of(column),
                false);
    }

    private static Diagnosis check(@Nullable String constraint, @Nullable String table) {
        return new Diagnosis(Diagnosis.Kind.CHECK, constraint, table, List.of(), false);
    }

    private static @Nullable String first(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? Objects.requireNonNull(found.group(1)).replace("``", "`") : null;
    }
}
