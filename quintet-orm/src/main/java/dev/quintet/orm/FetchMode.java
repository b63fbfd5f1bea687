package dev.quintet.orm;

/// What touching a relation that is not loaded does. Django: fetch modes.
public enum FetchMode {
    /// Loads it for all rows of the same result, in one statement.
    PEERS,
    /// Loads it for the one row.
    ONE,
    /// Refuses: the relation should have been asked for with the query.
    RAISE
}
