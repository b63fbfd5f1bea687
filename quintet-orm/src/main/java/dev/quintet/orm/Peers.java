package dev.quintet.orm;

import java.util.List;

/// The rows of one result, or of one chunk of it: a relation touched in one is loaded for all.
///
/// Loading is done under this object's lock-free rule: two threads may load the same relation twice,
/// and the second result wins; each row belongs to one thread at a time anyway.
final class Peers {

    /// Most rows that know of each other, so that one row kept for long keeps few others.
    static final int MOST = 500;

    private final List<? extends Entity> rows;

    Peers(List<? extends Entity> rows) {
        this.rows = rows;
    }

    List<? extends Entity> rows() {
        return rows;
    }
}
