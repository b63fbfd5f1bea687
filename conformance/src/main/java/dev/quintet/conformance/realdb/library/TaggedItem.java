package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.Index;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Slug;

/// A tag on an object of any model.
@Meta(
        ordering = {"tag", "id"},
        indexes =
                @Index(
                        fields = {"contentType", "objectId"},
                        name = "lib_tag_ct_obj"))
public class TaggedItem extends Model {

    @Field(maxLength = 40, index = true)
    public Slug tag;

    public final ForeignKey<ContentType> contentType = foreignKey(CASCADE);

    @Field(positive = true)
    public long objectId;

    @SuppressWarnings("this-escape") // it is not looked at before it is made
    public final GenericForeignKey<Entity> contentObject = genericForeignKey();

    @Override
    public String toString() {
        return tag.text();
    }
}
