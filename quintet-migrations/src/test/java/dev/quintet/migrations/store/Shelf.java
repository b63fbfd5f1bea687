package dev.quintet.migrations.store;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;

/// A shelf: known by its aisle and its number there.
public class Shelf extends Entity {

    @Id
    @Field(maxLength = 5)
    public String aisle;

    @Id public int number;
}
