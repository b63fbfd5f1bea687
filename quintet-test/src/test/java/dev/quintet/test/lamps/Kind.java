package dev.quintet.test.lamps;

/// What a lamp stands on or hangs from.
public enum Kind {
    TABLE,
    FLOOR,
    CEILING
}
