package dev.quintet.orm.theatre;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Related;

/// A tier of a hall: known by that hall and its letter.
public class Tier extends Entity {

    @Id public final ForeignKey<Hall> hall = foreignKey(CASCADE);

    @Id public int number;

    public final Related<Ticket> tickets = related();

    /// A tier, saved.
    public static Tier of(Hall hall, int number) {
        var tier = new Tier();
        tier.hall.set(hall);
        tier.number = number;
        tier.save();
        return tier;
    }
}
