package dev.quintet.orm.theatre;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Related;
import dev.quintet.orm.RelatedOne;

/// A hall: known by its house and its number there.
public class Hall extends Entity {

    @Id
    @Field(maxLength = 20)
    public String house;

    @Id public int number;

    @Field(maxLength = 40, blank = true)
    public String name = "";

    public final Related<Chair> chairs = related();
    public final Related<Lamp> lamps = related();
    public final RelatedOne<Stage> stage = relatedOne();
    public final Related<Tier> tiers = related();

    Hall() {}

    /// A hall, saved.
    public static Hall in(String house, int number) {
        var hall = new Hall();
        hall.house = house;
        hall.number = number;
        hall.name = house + " " + number;
        hall.save();
        return hall;
    }
}
