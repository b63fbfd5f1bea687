package dev.quintet.orm;

import java.util.List;

/// The rows of one result, or of one chunk of it: a relation touched in one is loaded for all.
///
/// @param rows at most {@link #MOST}
/// @param mode what touching a relation of one of them does
record Peers(List<? extends Entity> rows, FetchMode mode) {

    /// Most rows that know of each other, so that one row kept for long keeps few others.
    static final int MOST = 500;
}
