package dev.quintet.test.lamps;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// A bulb of a lamp.
public class Bulb extends Model {
    public final ForeignKey<Lamp> lamp = foreignKey(CASCADE);

    @Field(maxLength = 20)
    public String socket = "";

    public int watts = 5;

    @Override
    public String toString() {
        return socket + ", " + watts + " W";
    }
}
