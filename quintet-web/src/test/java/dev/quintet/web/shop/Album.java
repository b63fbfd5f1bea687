package dev.quintet.web.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// A record.
@Meta(ordering = "title")
public class Album extends Model {

    /// What it is pressed on.
    public enum Format {
        /// Vinyl.
        LONG_PLAYER,
        /// Tape.
        CASSETTE
    }

    @Field(maxLength = 100)
    public String title = "";

    public Format format = Format.LONG_PLAYER;
    public final ForeignKey<Artist> artist = foreignKey(CASCADE);
    public final ForeignKey<@Nullable Artist> guest = foreignKey(CASCADE);

    @Override
    public String toString() {
        return title;
    }
}
