package dev.quintet.orm.tree;

import org.jspecify.annotations.Nullable;

/// One key that rows are sorted by.
///
/// @param by what is compared
/// @param descending whether the greatest comes first
/// @param nullsFirst where NULL goes; `null` leaves it to the database
public record Ordering(Node by, boolean descending, @Nullable Boolean nullsFirst) {}
