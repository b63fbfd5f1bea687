package dev.quintet.orm.press;

import org.jspecify.annotations.Nullable;

/// A periodical of the day.
public class Newspaper extends Periodical {

    public boolean weekdayOnly;
    public @Nullable Integer circulation;
}
