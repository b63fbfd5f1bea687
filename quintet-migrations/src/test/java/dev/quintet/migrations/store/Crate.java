package dev.quintet.migrations.store;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;
import org.jspecify.annotations.Nullable;

/// A crate on a shelf, by two columns.
public class Crate extends Model {

    public final ForeignKey<Shelf> shelf = foreignKey(CASCADE);

    @Field(type = Colour.Type.class, blank = true)
    public @Nullable Colour colour;

    public final OneToOne<@Nullable Shelf> spare = oneToOne(CASCADE);
}
