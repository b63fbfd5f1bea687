package dev.quintet.orm.theatre;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// A lamp, which hangs in a hall or nowhere.
public class Lamp extends Model {

    @Field(blank = true)
    public final ForeignKey<@Nullable Hall> hall = foreignKey(SET_NULL);

    public int watts;
}
