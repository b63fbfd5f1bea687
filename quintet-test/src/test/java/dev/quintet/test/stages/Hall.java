package dev.quintet.test.stages;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;

/// A hall: known by its house and its number there.
@Meta(ordering = {"house", "number"})
public class Hall extends Entity {

    @Id
    @Field(maxLength = 40)
    public String house = "";

    @Id public int number;

    @Field(maxLength = 40, blank = true)
    public String name = "";

    public boolean open = true;

    public final Related<Seat> seats = related();

    @Field(relatedQueryName = "hall")
    public final Related<Remark> remarks = related();

    /// A hall, saved.
    public static Hall in(String house, int number, String name) {
        var hall = new Hall();
        hall.house = house;
        hall.number = number;
        hall.name = name;
        hall.save();
        return hall;
    }

    @Override
    public String toString() {
        return name;
    }
}
