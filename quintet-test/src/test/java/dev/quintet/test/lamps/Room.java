package dev.quintet.test.lamps;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// Where lamps suit.
@Meta(ordering = "name")
public class Room extends Model {
    @Field(maxLength = 40)
    public String name = "";

    @Override
    public String toString() {
        return name;
    }
}
