package dev.quintet.orm.theatre;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// A chair, which goes with its hall.
public class Chair extends Model {

    public final ForeignKey<Hall> hall = foreignKey(CASCADE);

    public int place;

    /// A chair, saved.
    public static Chair at(Hall hall, int place) {
        var chair = new Chair();
        chair.hall.set(hall);
        chair.place = place;
        chair.save();
        return chair;
    }
}
