package dev.quintet.test.stages;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.util.UUID;

/// A thing that a play needs: known by a UUID.
@Meta(ordering = "label")
public class Prop extends Entity {

    @Id
    @Field(editable = false)
    public UUID id = UUID.randomUUID();

    @Field(maxLength = 40)
    public String label = "";

    public final ForeignKey<Play> play = foreignKey(CASCADE);

    /// A thing, saved.
    public static Prop of(Play play, String label) {
        var prop = new Prop();
        prop.label = label;
        prop.play.set(play);
        prop.save();
        return prop;
    }

    @Override
    public String toString() {
        return label;
    }
}
