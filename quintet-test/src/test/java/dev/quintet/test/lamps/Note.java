package dev.quintet.test.lamps;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.time.Instant;

/// A note on anything.
@Meta(ordering = "id")
public class Note extends Model {
    @Field(maxLength = 80)
    public String text = "";

    public final ForeignKey<ContentType> contentType = foreignKey(CASCADE);

    public long objectId;

    public Instant written = Instant.EPOCH;

    public final GenericForeignKey<Entity> about = genericForeignKey();

    @Override
    public String toString() {
        return text;
    }
}
