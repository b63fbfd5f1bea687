package dev.quintet.test.stages;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;

/// A tier of a hall: known by that hall and its letter.
@Meta(ordering = "letter")
public class Tier extends Entity {

    @Id public final ForeignKey<Hall> hall = foreignKey(CASCADE);

    @Id
    @Field(maxLength = 1)
    public String letter = "";

    @Field(maxLength = 40, blank = true)
    public String label = "";

    /// A tier, saved.
    public static Tier of(Hall hall, String letter, String label) {
        var tier = new Tier();
        tier.hall.set(hall);
        tier.letter = letter;
        tier.label = label;
        tier.save();
        return tier;
    }

    @Override
    public String toString() {
        return label;
    }
}
