package dev.quintet.orm.connection;

import org.jspecify.annotations.Nullable;

/// What a database was asked since the site started.
///
/// @param alias of the database
/// @param statements how many statements ran
/// @param failures how many of them failed
/// @param transactions how many transactions began
/// @param retries how often a transaction was tried again after a conflict
/// @param replicaReads how many statements a replica answered
/// @param replicaFallbacks how many the primary answered because no replica could
/// @param pool the pool's, or `null` where another `DataSource` lends the connections
public record DatabaseMetrics(
        String alias,
        long statements,
        long failures,
        long transactions,
        long retries,
        long replicaReads,
        long replicaFallbacks,
        @Nullable PoolMetrics pool) {}
