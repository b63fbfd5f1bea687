package dev.quintet.orm.press;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.RelatedOne;
import org.jspecify.annotations.Nullable;

/// What appears again and again.
@Meta(ordering = {"name", "id"})
public class Periodical extends Model {

    @Field(maxLength = 100)
    public String name;

    @Field(maxLength = 9, unique = true)
    public String issn;

    public final ForeignKey<@Nullable Publisher> publisher = foreignKey(CASCADE);
    public final RelatedOne<Magazine> magazine = relatedOne();
}
