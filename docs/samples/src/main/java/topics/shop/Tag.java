package topics.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.Model;

/// A word on anything that may be tagged.
public final class Tag extends Model {

    @Field(maxLength = 40)
    public String word = "";

    public final ForeignKey<ContentType> contentType = foreignKey(CASCADE);

    public long objectId;

    public final GenericForeignKey<Tagged> contentObject = genericForeignKey();
}
