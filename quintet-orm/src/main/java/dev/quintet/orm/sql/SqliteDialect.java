package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// SQLite, with values kept as Django keeps them: times as text in UTC, UUIDs as 32 hex digits.
public final class SqliteDialect implements Dialect {

    private static final Words WORDS = new SqliteWords();

    private static final Set<Feature> FEATURES =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Feature.RETURNING,
                            Feature.TRANSACTIONAL_DDL,
                            Feature.DEFERRABLE_KEYS,
                            Feature.CANCELLING,
                            Feature.PARTIAL_INDEXES,
                            Feature.EXPRESSION_INDEXES,
                            Feature.FRAME_EXCLUSIONS));

    private static final int MOST_SIGNIFICANT_DIGITS = 15;

    /// The dialect has no state.
    public SqliteDialect() {}

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Set<Feature> features() {
        return FEATURES;
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public boolean autoKeyInline() {
        return true;
    }

    @Override
    public boolean addsForeignKeys() {
        return false;
    }

    @Override
    public String columnType(FieldState field, SqlType type) {
        if (field.type().auto()) {
            return "integer NOT NULL PRIMARY KEY AUTOINCREMENT";
        }
        return switch (type) {
            case SqlType.VarChar(int length) -> "varchar(" + length + ")";
            case SqlType.Text _, SqlType.Json _ -> "text";
            case SqlType.SmallInt _ -> "smallint";
            case SqlType.Int _ -> "integer";
            case SqlType.BigInt _, SqlType.Interval _, SqlType.TargetKey _ -> "bigint";
            case SqlType.Decimal _ -> "decimal";
            case SqlType.DoublePrecision _ -> "real";
            case SqlType.Bool _ -> "bool";
            case SqlType.Date _ -> "date";
            case SqlType.Time _ -> "time";
            case SqlType.Timestamp _, SqlType.LocalTimestamp _ -> "datetime";
            case SqlType.Uuid _ -> "char(32)";
            case SqlType.Binary _ -> "BLOB";
            case SqlType.Inet _ -> "char(39)";
            // Refused by a check: only PostgreSQL has them.
            case SqlType.ArrayOf _, SqlType.RangeOf _, SqlType.Hstore _ -> "text";
        };
    }

    @Override
    public void bind(
            PreparedStatement statement,
            int parameter,
            @Nullable SqlType type,
            @Nullable Object stored)
            throws SQLException {
        if (Binding.done(statement, parameter, stored)) {
            return;
        }
        switch (stored) {
            case Boolean truth -> statement.setInt(parameter, truth ? 1 : 0);
            case BigDecimal number -> {
                if (number.precision() <= MOST_SIGNIFICANT_DIGITS) {
                    statement.setDouble(parameter, number.doubleValue());
                } else {
                    statement.setString(parameter, number.toPlainString());
                }
            }
            case Instant instant ->
                    statement.setString(
                            parameter,
                            TimeText.of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
            case LocalDateTime time -> statement.setString(parameter, TimeText.of(time));
            case LocalDate day -> statement.setString(parameter, day.toString());
            case LocalTime time -> statement.setString(parameter, TimeText.of(time));
            case null, default -> Binding.other(statement, parameter, stored);
        }
    }

    @Override
    public Row row(ResultSet result) {
        return new SqliteRow(result);
    }

    @Override
    public String compare(Lookup lookup, String left, String right) {
        return switch (lookup) {
            case IEXACT, ICONTAINS, ISTARTSWITH, IENDSWITH ->
                    left + " LIKE " + right + " ESCAPE '\\'";
            case CONTAINS, STARTSWITH, ENDSWITH -> left + " GLOB " + right;
            default -> left + Spelling.comparison(lookup) + right;
        };
    }

    @Override
    public Object searched(Lookup lookup, String text) {
        return switch (lookup) {
            case IEXACT -> Spelling.escapeLike(text);
            case ICONTAINS -> "%" + Spelling.escapeLike(text) + "%";
            case ISTARTSWITH -> Spelling.escapeLike(text) + "%";
            case IENDSWITH -> "%" + Spelling.escapeLike(text);
            case CONTAINS -> "*" + escapeGlob(text) + "*";
            case STARTSWITH -> escapeGlob(text) + "*";
            case ENDSWITH -> "*" + escapeGlob(text);
            default -> text;
        };
    }

    private static String escapeGlob(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == '[') {
                escaped.append('[').append(c).append(']');
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public String lockingClause() {
        return "";
    }

    @Override
    public String unlimited() {
        return "-1";
    }

    @Override
    public boolean oneWriter() {
        return true;
    }

    @Override
    public int mostParameters() {
        // What the driver is built with.
        return 250_000;
    }

    /// Begun by hand: the driver would take the writer's lock for a transaction that only reads.
    @Override
    public void begin(Connection connection, TransactionMode mode) throws SQLException {
        if (mode.readOnly()) {
            Sent.to(connection, "PRAGMA query_only = ON");
        }
        if (mode.rebuilding()) {
            Sent.to(connection, "PRAGMA foreign_keys = OFF");
        }
        Sent.to(connection, mode.writesAtOnce() ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
    }

    @Override
    public void commit(Connection connection, TransactionMode mode) throws SQLException {
        Sent.to(connection, "COMMIT");
        asBefore(connection, mode);
    }

    @Override
    public void rollback(Connection connection, TransactionMode mode) throws SQLException {
        Sent.to(connection, "ROLLBACK");
        asBefore(connection, mode);
    }

    private static void asBefore(Connection connection, TransactionMode mode) throws SQLException {
        if (mode.readOnly()) {
            Sent.to(connection, "PRAGMA query_only = OFF");
        }
        if (mode.rebuilding()) {
            Sent.to(connection, "PRAGMA foreign_keys = ON");
        }
    }

    @Override
    public boolean cursorsNeedTransactions() {
        return false;
    }

    @Override
    public String oldestVersion() {
        return "3.35";
    }

    @Override
    public Diagnosis diagnose(SQLException error) {
        return SqliteErrors.diagnose(error);
    }

    @Override
    public String tableNames() {
        return "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    }

    private static final class SqliteRow extends ResultRow {

        SqliteRow(ResultSet result) {
            super(result);
        }

        /// A sum comes as a floating point number, whose last digits are not those of what was
        /// added; a stored number with more digits than such can hold comes as text, and is exact.
        @Override
        public @Nullable BigDecimal decimal(int column) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            var number = new BigDecimal(text);
            if (number.precision() <= MOST_SIGNIFICANT_DIGITS
                    || !(plain(column) instanceof Double)) {
                return number;
            }
            BigDecimal meant =
                    number.round(new MathContext(MOST_SIGNIFICANT_DIGITS)).stripTrailingZeros();
            return meant.scale() < 0 ? meant.setScale(0) : meant;
        }

        @Override
        public @Nullable LocalDate date(int column) {
            String text = text(column);
            return text == null ? null : TimeText.date(text);
        }

        @Override
        public @Nullable LocalTime time(int column) {
            String text = text(column);
            return text == null ? null : LocalTime.parse(text);
        }

        @Override
        public @Nullable Instant instant(int column) {
            String text = text(column);
            return text == null ? null : TimeText.instant(text);
        }

        @Override
        public @Nullable LocalDateTime localDateTime(int column) {
            String text = text(column);
            return text == null ? null : TimeText.dateTime(text);
        }
    }
}
