package dev.quintet.test.records;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// A piece on an album.
public class Track extends Model {

    @Field(maxLength = 60)
    public String title = "";

    public final ForeignKey<Album> album = foreignKey(CASCADE);
}
