package dev.quintet.club;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;

/// Plays.
@Meta(ordering = "name")
public class Band extends Model {

    @Field(maxLength = 100)
    public String name = "";

    public final Related<Disc> discs = related();

    @Override
    public String toString() {
        return name;
    }
}
