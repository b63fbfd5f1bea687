package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// Something that comes out again and again.
@Meta(ordering = {"name", "id"})
public class Periodical extends Model {

    @Field(maxLength = 100)
    public String name;

    @Field(maxLength = 9, unique = true)
    public String issn;

    public final ForeignKey<@Nullable Publisher> publisher = foreignKey(CASCADE);
}
