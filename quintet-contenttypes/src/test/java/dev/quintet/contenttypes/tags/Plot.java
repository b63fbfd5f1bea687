package dev.quintet.contenttypes.tags;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Related;
import java.time.LocalDate;
import java.util.UUID;

/// Has a key of four fields, of all kinds that rows can lead to.
public final class Plot extends Entity implements Tagged {

    @Id
    @Field(maxLength = 10)
    public String block = "";

    @Id public int number;

    @Id public UUID owner = UUID.randomUUID();

    @Id public LocalDate since = LocalDate.EPOCH;

    @Field(relatedQueryName = "plot")
    public final Related<Tag> tags = related();
}
