package dev.quintet.contenttypes.tags;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;

/// Has a number as its key.
public final class Person extends Model implements Tagged {

    @Field(maxLength = 40)
    public String name = "";

    @Field(relatedQueryName = "person")
    public final Related<Tag> tags = related();
}
