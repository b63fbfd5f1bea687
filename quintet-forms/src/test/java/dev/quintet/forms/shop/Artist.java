package dev.quintet.forms.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import dev.quintet.orm.ReverseOf;

/// Plays.
@Meta(ordering = "name")
public class Artist extends Model {

    @Field(maxLength = 100)
    public String name = "";

    @ReverseOf("artist")
    public final Related<Album> albums = related();

    @Override
    public String toString() {
        return name;
    }
}
