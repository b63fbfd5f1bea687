package dev.quintet.contenttypes.tags;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Related;
import java.util.UUID;

/// Has a UUID as its key.
public final class Place extends Entity implements Tagged {

    @Id public UUID id = UUID.randomUUID();

    @Field(maxLength = 40)
    public String name = "";

    @Field(relatedQueryName = "place")
    public final Related<Tag> tags = related();
}
