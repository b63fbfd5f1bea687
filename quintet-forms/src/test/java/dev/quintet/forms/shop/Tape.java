package dev.quintet.forms.shop;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// A tape on a shelf, of a genre by its name.
@Meta(ordering = "id")
public class Tape extends Model {

    @Field(maxLength = 40)
    public String title = "";

    @Field(limitTo = RoomLeft.class)
    public final ForeignKey<Shelf> shelf = foreignKey(CASCADE);

    @Field(blank = true)
    public final ForeignKey<@Nullable Shelf> spare = foreignKey(SET_NULL);

    @Field(blank = true, to = "name")
    public final ForeignKey<@Nullable Genre> genre = foreignKey(SET_NULL);

    /// A tape, saved.
    public static Tape on(Shelf shelf, String title) {
        var tape = new Tape();
        tape.title = title;
        tape.shelf.set(shelf);
        tape.save();
        return tape;
    }

    @Override
    public String toString() {
        return title;
    }
}
