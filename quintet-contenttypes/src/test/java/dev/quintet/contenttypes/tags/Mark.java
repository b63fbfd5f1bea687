package dev.quintet.contenttypes.tags;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.GenericKey;
import dev.quintet.orm.Model;

/// A star on what has a number as its key.
public class Mark extends Model {

    public int stars;
    public final ForeignKey<ContentType> kind = foreignKey(CASCADE);
    public long number;

    @GenericKey(type = "kind", key = "number")
    public final GenericForeignKey<Entity> on = genericForeignKey();
}
