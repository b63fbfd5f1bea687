package dev.quintet.conformance.realdb.library;

import dev.quintet.orm.Field;

/// A periodical with pictures.
public class Magazine extends Periodical {

    public boolean glossy = true;

    @Field(positive = true)
    public short issuesPerYear = 12;
}
