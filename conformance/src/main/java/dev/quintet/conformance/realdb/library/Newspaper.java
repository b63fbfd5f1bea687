package dev.quintet.conformance.realdb.library;

import org.jspecify.annotations.Nullable;

/// A periodical with news.
public class Newspaper extends Periodical {

    public boolean weekdayOnly;
    public @Nullable Integer circulation;
}
