package dev.quintet.contenttypes.tags;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;

/// Has a text as its key, and declares no way back.
public final class Thing extends Entity implements Tagged {

    @Id
    @Field(maxLength = 20)
    public String code = "";
}
