package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Dialect;

/// What a kind of database can say of a table.
///
/// @param longestName most characters of a name
/// @param keysInline whether foreign keys stand with their columns, and cannot be added later
/// @param partial whether an index may hold some rows only
/// @param expressions whether an index may be over expressions
/// @param including whether an index may keep further columns
/// @param deferring whether unique constraints can be put off to the commit
/// @param likeIndexes whether a search by beginning needs an index of its own
/// @param indexesKeys whether foreign keys get an index from the database anyway
/// @param unsigned whether whole numbers have a kind that is never below zero
/// @param exclusions whether there are exclusion constraints
/// @param virtual whether a column may be worked out on reading
record SchemaFeatures(
        int longestName,
        boolean keysInline,
        boolean partial,
        boolean expressions,
        boolean including,
        boolean deferring,
        boolean likeIndexes,
        boolean indexesKeys,
        boolean unsigned,
        boolean exclusions,
        boolean virtual) {

    private static final SchemaFeatures SQLITE =
            new SchemaFeatures(
                    200, true, true, true, false, false, false, false, true, false, true);
    private static final SchemaFeatures POSTGRESQL =
            new SchemaFeatures(63, false, true, true, true, true, true, false, false, true, false);
    private static final SchemaFeatures MARIADB =
            new SchemaFeatures(
                    64, false, false, false, false, false, false, true, true, false, true);

    static SchemaFeatures of(Dialect dialect) {
        return switch (dialect.name()) {
            case "sqlite" -> SQLITE;
            case "postgresql" -> POSTGRESQL;
            default -> MARIADB;
        };
    }
}
