package dev.quintet.kernel.pagination;

import java.util.List;

/// A long list that can be counted and read in slices: a QuerySet, a list in memory, a search.
///
/// @param <T> what it is a list of
public interface PageSource<T> {

    /// {@return how many there are in all}
    long count();

    /// Returns at most `limit` of them, the first being number `offset`, counted from 0.
    List<T> slice(long offset, int limit);
}
