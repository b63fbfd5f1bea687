package dev.quintet.test.stages;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A remark on anything, whatever its key.
@Meta(ordering = "id")
public class Remark extends Model {

    @Field(maxLength = 80)
    public String text = "";

    public final ForeignKey<ContentType> contentType = foreignKey(CASCADE);

    @Field(maxLength = 200)
    public String objectId = "";

    public final GenericForeignKey<Entity> about = genericForeignKey();

    /// A remark, saved.
    public static Remark on(Entity row, String text) {
        var remark = new Remark();
        remark.text = text;
        remark.about.set(row);
        remark.save();
        return remark;
    }

    @Override
    public String toString() {
        return text;
    }
}
