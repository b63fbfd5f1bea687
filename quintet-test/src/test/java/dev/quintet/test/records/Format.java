package dev.quintet.test.records;

/// What an album comes on.
public enum Format {
    /// A long-playing record.
    LP,
    /// A cassette.
    CASSETTE
}
