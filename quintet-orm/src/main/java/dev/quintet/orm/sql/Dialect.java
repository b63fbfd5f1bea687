package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one kind of database does in its own way. Safe for many threads.
public interface Dialect {

    /// {@return its name, such as `postgresql`}
    String name();

    /// {@return a statement that asks how many rows the table has whose name is its one parameter,
    /// by what the database remembers from the last time it looked; empty where it keeps no such
    /// figure}
    default String rowEstimate() {
        return "";
    }

    /// {@return a name of a table or column, quoted; quotes in it are doubled}
    String quote(String name);

    /// {@return the column's type in a CREATE TABLE, with what makes it number itself}
    String columnType(FieldState field, SqlType type);

    /// {@return the words behind a foreign key that put its check off to the commit, if it can be}
    default String deferrable() {
        return " DEFERRABLE INITIALLY DEFERRED";
    }

    /// {@return whether a column that numbers itself says in its type that it is the key}
    default boolean autoKeyInline() {
        return false;
    }

    /// Binds a value as stored, or NULL.
    ///
    /// @param type kind of the column; `null` where it is not known, as in arithmetic
    void bind(
            PreparedStatement statement,
            int parameter,
            @Nullable SqlType type,
            @Nullable Object stored)
            throws SQLException;

    /// {@return a view of the result's current row, whichever that is}
    Row row(ResultSet result);

    /// {@return a value of a column of this kind, as stored, or `null`}
    default @Nullable Object read(Row row, int column, SqlType type) {
        return row.stored(column, type);
    }

    /// {@return a comparison as SQL}
    ///
    /// @param left SQL of the left side
    /// @param right SQL of the right side; for text searches one parameter that holds {@link
    ///   #searched}
    String compare(Lookup lookup, String left, String right);

    /// {@return the text to bind for a text search: escaped, with the wildcards that it needs}
    Object searched(Lookup lookup, String text);

    /// {@return how it spells functions and operators}
    Words words();

    /// {@return a function as SQL, of arguments that hold no values to bind}
    ///
    /// @throws dev.quintet.orm.QueryException when this database has none of that name
    default String call(String function, List<String> args) {
        return words().plain(function, args);
    }

    /// {@return the words behind a query that lock its rows; empty where a transaction locks all}
    String lockingClause();

    /// {@return ` LIMIT ...`, with `limit` and `offset` as SQL; null for none}
    default String limitClause(@Nullable String limit, @Nullable String offset) {
        if (offset == null) {
            return limit == null ? "" : " LIMIT " + limit;
        }
        String most = limit == null ? unlimited() : limit;
        return (most.isEmpty() ? "" : " LIMIT " + most) + " OFFSET " + offset;
    }

    /// {@return the LIMIT that cuts nothing off, where an OFFSET cannot stand alone; else empty}
    default String unlimited() {
        return "";
    }

    /// {@return where NULL goes in an ORDER BY, behind `ASC` or `DESC`}
    ///
    /// @param by the key as SQL
    default String orderBy(String by, boolean descending, @Nullable Boolean nullsFirst) {
        String plain = by + (descending ? " DESC" : " ASC");
        return nullsFirst == null ? plain : plain + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    /// {@return the statement that inserts nothing but defaults}
    default String insertDefaults(String table) {
        return "INSERT INTO " + table + " DEFAULT VALUES";
    }

    /// {@return what it can do, for code that asks first, and tests that skip}
    Set<Feature> features();

    /// Refuses what this database cannot do.
    ///
    /// @throws UnsupportedFeatureException when it has not got the feature
    default void require(Feature feature) {
        if (!features().contains(feature)) {
            throw new UnsupportedFeatureException(this, feature);
        }
    }

    /// {@return whether INSERT can give back columns by RETURNING}
    default boolean returning() {
        return true;
    }

    /// {@return whether only one connection can write at a time, so that writers queue}
    default boolean oneWriter() {
        return false;
    }

    /// {@return whether a transaction that changes tables can be taken back}
    default boolean transactionalDdl() {
        return true;
    }

    /// {@return whether ALTER TABLE can add a foreign key to a table that is there; if not, a table
    /// may be made with one to a table that comes later}
    default boolean addsForeignKeys() {
        return true;
    }

    /// {@return the most parameters that a statement may have}
    int mostParameters();

    /// Begins a transaction on a connection in auto-commit mode.
    default void begin(Connection connection, TransactionMode mode) throws SQLException {
        connection.setAutoCommit(false);
        String characteristics = mode.characteristics();
        if (!characteristics.isEmpty()) {
            Sent.to(connection, "SET TRANSACTION " + characteristics);
        }
    }

    /// Ends a transaction for good.
    default void commit(Connection connection, TransactionMode mode) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// Takes a transaction back.
    default void rollback(Connection connection, TransactionMode mode) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /// {@return whether a result is read row by row only inside a transaction}
    default boolean cursorsNeedTransactions() {
        return true;
    }

    /// {@return the oldest version of the server that is supported, such as `13`}
    String oldestVersion();

    /// {@return what an error means}
    Diagnosis diagnose(SQLException error);

    /// {@return a query for the names of all tables, one column}
    String tableNames();
}
