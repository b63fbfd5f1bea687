package dev.quintet.orm.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Model;
import dev.quintet.orm.ReverseOf;

/// A kind of music.
public class Genre extends Model {

    @Field(maxLength = 50, unique = true)
    public String name;

    @ReverseOf("genres")
    public final ManyToMany<Album> albums = manyToMany();
}
