package dev.quintet.conformance.realdb.contenttypes;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Unique;

/// The name of a model.
@Meta(
        table = "django_content_type",
        verboseName = "content type",
        verboseNamePlural = "content types",
        unique = @Unique(fields = {"appLabel", "model"}))
public class ContentType extends Entity {

    /// The key.
    @Id(generated = true)
    public int id;

    @Field(maxLength = 100)
    public String appLabel;

    @Field(maxLength = 100)
    public String model;
}
