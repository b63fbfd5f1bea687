package dev.quintet.orm.shop;

/// What an album comes on.
public enum Format {
    LP,
    CASSETTE,
    COMPACT_DISC
}
