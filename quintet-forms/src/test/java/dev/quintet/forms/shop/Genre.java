package dev.quintet.forms.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A kind of music.
@Meta(ordering = "name")
public class Genre extends Model {

    @Field(maxLength = 40, unique = true)
    public String name = "";

    @Override
    public String toString() {
        return name;
    }
}
