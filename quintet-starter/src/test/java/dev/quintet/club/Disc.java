package dev.quintet.club;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A record of a band.
@Meta(ordering = "title")
public class Disc extends Model {

    @Field(maxLength = 100)
    public String title = "";

    public final ForeignKey<Band> band = foreignKey(CASCADE);
}
