package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// MariaDB 10.6 and MySQL 8 and later, with values kept as Django keeps them.
public final class MariadbDialect implements Dialect {

    private static final Words WORDS = new MariadbWords();

    private static final Set<Feature> FEATURES =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Feature.ROW_LOCKS,
                            Feature.LOCK_NOWAIT,
                            Feature.LOCK_SKIP_LOCKED,
                            Feature.ISOLATION_LEVELS,
                            Feature.ADVISORY_LOCKS,
                            Feature.CANCELLING,
                            Feature.PARALLEL_WRITERS));

    /// The dialect has no state.
    public MariadbDialect() {}

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public String rowEstimate() {
        return "SELECT table_rows FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?";
    }

    @Override
    public Set<Feature> features() {
        return FEATURES;
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public String columnType(FieldState field, SqlType type) {
        String sql =
                switch (type) {
                    case SqlType.VarChar(int length) -> "varchar(" + length + ")";
                    case SqlType.Text _ -> "longtext";
                    case SqlType.Json _ -> "json";
                    case SqlType.SmallInt _ -> "smallint";
                    case SqlType.Int _ -> "integer";
                    case SqlType.BigInt _, SqlType.Interval _, SqlType.TargetKey _ -> "bigint";
                    case SqlType.Decimal(int digits, int decimals) ->
                            "numeric(" + digits + ", " + decimals + ")";
                    case SqlType.DoublePrecision _ -> "double precision";
                    case SqlType.Bool _ -> "bool";
                    case SqlType.Date _ -> "date";
                    case SqlType.Time _ -> "time(6)";
                    case SqlType.Timestamp _, SqlType.LocalTimestamp _ -> "datetime(6)";
                    case SqlType.Uuid _ -> "char(32)";
                    case SqlType.Binary _ -> "longblob";
                    case SqlType.Inet _ -> "char(39)";
                    // Refused by a check: only PostgreSQL has them.
                    case SqlType.ArrayOf _, SqlType.RangeOf _, SqlType.Hstore _ -> "text";
                };
        return field.type().auto() ? sql + " AUTO_INCREMENT" : sql;
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
        if (stored instanceof Instant instant) {
            statement.setObject(parameter, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else {
            Binding.other(statement, parameter, stored);
        }
    }

    @Override
    public Row row(ResultSet result) {
        return new MariadbRow(result);
    }

    @Override
    public String compare(Lookup lookup, String left, String right) {
        return switch (lookup) {
            case IEXACT, ICONTAINS, ISTARTSWITH, IENDSWITH -> left + " LIKE " + right;
            case CONTAINS, STARTSWITH, ENDSWITH -> left + " LIKE BINARY " + right;
            default -> left + Spelling.comparison(lookup) + right;
        };
    }

    @Override
    public Object searched(Lookup lookup, String text) {
        return lookup == Lookup.IEXACT ? Spelling.escapeLike(text) : Wildcards.around(lookup, text);
    }

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public String lockingClause() {
        return " FOR UPDATE";
    }

    @Override
    public String unlimited() {
        return "18446744073709551615";
    }

    @Override
    public String orderBy(String by, boolean descending, @Nullable Boolean nullsFirst) {
        String plain = by + (descending ? " DESC" : " ASC");
        return nullsFirst == null
                ? plain
                : by + (nullsFirst ? " IS NOT NULL, " : " IS NULL, ") + plain;
    }

    @Override
    public String insertDefaults(String table) {
        return "INSERT INTO " + table + " () VALUES ()";
    }

    @Override
    public String deferrable() {
        return "";
    }

    @Override
    public boolean returning() {
        return false;
    }

    @Override
    public int mostParameters() {
        // The driver writes values into the text: only the size of a packet ends it.
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean cursorsNeedTransactions() {
        return false;
    }

    @Override
    public String oldestVersion() {
        return "10.6";
    }

    @Override
    public Diagnosis diagnose(SQLException error) {
        return MariadbErrors.diagnose(error);
    }

    @Override
    public String tableNames() {
        return "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() ORDER BY table_name";
    }

    private static final class MariadbRow extends ResultRow {

        MariadbRow(ResultSet result) {
            super(result);
        }

        @Override
        public @Nullable Instant instant(int column) {
            LocalDateTime time = localDateTime(column);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        }
    }
}
