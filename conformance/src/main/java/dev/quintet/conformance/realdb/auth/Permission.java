package dev.quintet.conformance.realdb.auth;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.conformance.realdb.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Unique;

/// Leave to do something with a model's objects.
@Meta(
        ordering = {"contentType__appLabel", "contentType__model", "codename"},
        unique = @Unique(fields = {"contentType", "codename"}))
public class Permission extends Entity {

    /// The key.
    @Id(generated = true)
    public int id;

    @Field(maxLength = 255)
    public String name;

    public final ForeignKey<ContentType> contentType = foreignKey(CASCADE);

    @Field(maxLength = 100)
    public String codename;
}
