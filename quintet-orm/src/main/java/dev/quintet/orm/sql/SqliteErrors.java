package dev.quintet.orm.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What SQLite means by its errors. Its words are English always.
final class SqliteErrors {

    private static final Pattern FAILED = Pattern.compile("constraint failed: ([^)\\n]+)");

    private SqliteErrors() {}

    static Diagnosis diagnose(SQLException error) {
        String words = String.valueOf(error.getMessage());
        int code = error.getErrorCode();
        return switch (code) {
            case 787, 1811 -> Diagnosis.of(Diagnosis.Kind.FOREIGN_KEY);
            case 2067, 1555 -> named(Diagnosis.Kind.UNIQUE, words);
            case 1299 -> named(Diagnosis.Kind.NOT_NULL, words);
            case 275 -> check(words);
            case 517 -> Diagnosis.of(Diagnosis.Kind.SERIALIZATION);
            default ->
                    switch (code & 0xff) {
                        case 5, 6 -> Diagnosis.of(Diagnosis.Kind.LOCK);
                        case 8 -> Diagnosis.of(Diagnosis.Kind.READ_ONLY);
                        case 9 -> Diagnosis.of(Diagnosis.Kind.CANCELLED).endingTransaction();
                        // Out of memory, unreadable, full: SQLite takes the transaction back.
                        case 7, 10, 13 -> Diagnosis.of(Diagnosis.Kind.OTHER).endingTransaction();
                        case 14 -> Diagnosis.of(Diagnosis.Kind.CONNECTION);
                        case 18, 20 -> Diagnosis.of(Diagnosis.Kind.VALUE);
                        case 19 -> byWords(words);
                        default ->
                                Diagnosis.of(
                                        words.contains("no such table")
                                                        || words.contains("no such column")
                                                ? Diagnosis.Kind.MISSING_TABLE
                                                : Diagnosis.Kind.OTHER);
                    };
        };
    }

    /// The driver tells the plain code alone where the constraint fails at the commit.
    private static Diagnosis byWords(String words) {
        if (words.contains("FOREIGN KEY")) {
            return Diagnosis.of(Diagnosis.Kind.FOREIGN_KEY);
        }
        if (words.contains("UNIQUE")) {
            return named(Diagnosis.Kind.UNIQUE, words);
        }
        if (words.contains("NOT NULL")) {
            return named(Diagnosis.Kind.NOT_NULL, words);
        }
        return words.contains("CHECK") ? check(words) : Diagnosis.of(Diagnosis.Kind.INTEGRITY);
    }

    /// `UNIQUE constraint failed: shop_album.artist_id, shop_album.slug`, or `index 'name'`.
    private static Diagnosis named(Diagnosis.Kind kind, String words) {
        String subject = subject(words);
        if (subject == null) {
            return Diagnosis.of(kind);
        }
        if (subject.startsWith("index '")) {
            String index = subject.substring("index '".length()).replaceAll("'.*", "");
            return new Diagnosis(kind, index, null, List.of(), false);
        }
        String table = null;
        List<String> columns = new ArrayList<>();
        for (String place : subject.split(", ", -1)) {
            int point = place.lastIndexOf('.');
            table = point < 0 ? table : place.substring(0, point);
            columns.add(place.substring(point + 1).strip());
        }
        return new Diagnosis(kind, null, table, columns, false);
    }

    private static Diagnosis check(String words) {
        return new Diagnosis(Diagnosis.Kind.CHECK, subject(words), null, List.of(), false);
    }

    private static @Nullable String subject(String words) {
        Matcher failed = FAILED.matcher(words);
        return failed.find() ? Objects.requireNonNull(failed.group(1)).strip() : null;
    }
}
