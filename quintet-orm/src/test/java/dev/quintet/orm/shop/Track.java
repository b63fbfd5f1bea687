package dev.quintet.orm.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A piece on an album.
public class Track extends Model {

    @Field(maxLength = 200)
    public String title;

    public @Nullable Duration length;
    public final ForeignKey<Album> album = foreignKey(CASCADE);
}
