package dev.quintet.test.stages;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A seat in a hall that is open.
@Meta(ordering = "place")
public class Seat extends Model {

    @Field(limitTo = OpenHalls.class)
    public final ForeignKey<Hall> hall = foreignKey(CASCADE);

    public int place;

    /// A seat, saved.
    public static Seat at(Hall hall, int place) {
        var seat = new Seat();
        seat.hall.set(hall);
        seat.place = place;
        seat.save();
        return seat;
    }

    @Override
    public String toString() {
        return "seat " + place;
    }
}
