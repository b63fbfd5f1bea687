package dev.quintet.orm.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a database means by an error.
///
/// @param kind what went wrong
/// @param constraint the name of the constraint that was broken, or `null`
/// @param table the table that it is on, or `null`
/// @param columns the columns that it is about, as far as the database says
/// @param endsTransaction whether the database has taken the whole transaction back
public record Diagnosis(
        Kind kind,
        @Nullable String constraint,
        @Nullable String table,
        List<String> columns,
        boolean endsTransaction) {

    private static final Pattern CHANGED_TABLE =
            Pattern.compile(
                    "^\\s*(?:INSERT\\s+(?:IGNORE\\s+)?INTO|REPLACE\\s+INTO|UPDATE|DELETE\\s+FROM)"
                            + "\\s+([`\"]?)([^`\"\\s(]+)\\1",
                    Pattern.CASE_INSENSITIVE);

    /// What can go wrong.
    public enum Kind {
        /// A value or combination of values that exists already.
        UNIQUE,
        /// A key that leads nowhere, or a row that others lead to.
        FOREIGN_KEY,
        /// NULL where a value must be.
        NOT_NULL,
        /// A condition that a row must meet.
        CHECK,
        /// Two rows that exclude each other.
        EXCLUSION,
        /// Another constraint.
        INTEGRITY,
        /// Two transactions wait for each other.
        DEADLOCK,
        /// Transactions cannot be put one behind the other.
        SERIALIZATION,
        /// A lock was not to be had, at once or in time.
        LOCK,
        /// A statement took longer than it may.
        TIMEOUT,
        /// A statement was stopped from outside.
        CANCELLED,
        /// The connection is gone.
        CONNECTION,
        /// The server has no room for another connection.
        TOO_MANY_CONNECTIONS,
        /// A table or column is not there.
        MISSING_TABLE,
        /// An earlier statement of the transaction failed.
        ABORTED,
        /// A change where only reading is allowed.
        READ_ONLY,
        /// A value that the column cannot hold.
        VALUE,
        /// Anything else.
        OTHER;

        /// {@return whether a constraint was broken}
        public boolean isIntegrity() {
            return this == UNIQUE
                    || this == FOREIGN_KEY
                    || this == NOT_NULL
                    || this == CHECK
                    || this == EXCLUSION
                    || this == INTEGRITY;
        }
    }

    /// Keeps a copy.
    public Diagnosis {
        columns = List.copyOf(columns);
    }

    /// {@return an error of this kind, of which no more is known}
    public static Diagnosis of(Kind kind) {
        return new Diagnosis(kind, null, null, List.of(), kind == Kind.CONNECTION);
    }

    /// {@return this one, after which the whole transaction is gone}
    Diagnosis endingTransaction() {
        return new Diagnosis(kind, constraint, table, columns, true);
    }

    /// {@return this one with the table that the statement changes, where none was known}
    public Diagnosis in(String sql) {
        if (table != null || !kind.isIntegrity()) {
            return this;
        }
        Matcher changed = CHANGED_TABLE.matcher(sql);
        return changed.find()
                ? new Diagnosis(kind, constraint, changed.group(2), columns, endsTransaction)
                : this;
    }

    /// {@return what the standard's states of SQL say}
    static Kind byState(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return Kind.OTHER;
        }
        return switch (state) {
            case "23505" -> Kind.UNIQUE;
            case "23503", "23001" -> Kind.FOREIGN_KEY;
            case "23502" -> Kind.NOT_NULL;
            case "23514" -> Kind.CHECK;
            case "23P01" -> Kind.EXCLUSION;
            case "40P01" -> Kind.DEADLOCK;
            case "40001" -> Kind.SERIALIZATION;
            case "55P03" -> Kind.LOCK;
            case "57014" -> Kind.CANCELLED;
            case "57P01", "57P02", "57P03", "57P05", "25P03" -> Kind.CONNECTION;
            case "53300" -> Kind.TOO_MANY_CONNECTIONS;
            case "42P01", "42703", "42S02", "42S22" -> Kind.MISSING_TABLE;
            case "25P02" -> Kind.ABORTED;
            case "25006" -> Kind.READ_ONLY;
            default ->
                    switch (state.substring(0, 2)) {
                        case "08" -> Kind.CONNECTION;
                        case "22" -> Kind.VALUE;
                        case "23" -> Kind.INTEGRITY;
                        default -> Kind.OTHER;
                    };
        };
    }
}
