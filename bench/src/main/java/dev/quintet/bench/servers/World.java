package dev.quintet.bench.servers;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;

/// A row of the table.
@Meta(table = "world", managed = false)
public class World extends Entity {

    /// The key.
    @Id public long id;

    /// What is read.
    @Field(column = "randomnumber")
    public int randomNumber;
}
