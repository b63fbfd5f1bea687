package dev.quintet.contenttypes.tags;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// A word on anything, or on nothing yet.
public class Tag extends Model {

    @Field(maxLength = 40)
    public String word = "";

    public final ForeignKey<@Nullable ContentType> contentType = foreignKey(CASCADE);

    @Field(maxLength = 64)
    public @Nullable String objectId;

    public final GenericForeignKey<@Nullable Tagged> contentObject = genericForeignKey();
}
