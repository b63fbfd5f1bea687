package dev.quintet.migrations.store;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;
import org.jspecify.annotations.Nullable;

/// A crate on a shelf, by two columns.
public class Crate extends Model {

    public final ForeignKey<Shelf> shelf = foreignKey(CASCADE);

    public final OneToOne<@Nullable Shelf> spare = oneToOne(CASCADE);
}
