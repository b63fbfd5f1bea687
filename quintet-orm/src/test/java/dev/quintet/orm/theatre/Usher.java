package dev.quintet.orm.theatre;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// An usher of a big hall, in a table that was there before.
public class Usher extends Model {

    @Field(
            blank = true,
            limitTo = BigHalls.class,
            columns = {"works_at", "room"},
            relatedName = "+")
    public final ForeignKey<@Nullable Hall> post = foreignKey(SET_NULL);

    @Field(maxLength = 20)
    public String name = "";

    /// An usher, not saved.
    public static Usher at(Hall post, String name) {
        var usher = new Usher();
        usher.name = name;
        usher.post.set(post);
        return usher;
    }
}
