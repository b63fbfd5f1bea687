package dev.quintet.test.lamps;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// Who makes lamps.
@Meta(ordering = "name")
public class Maker extends Model {
    @Field(maxLength = 80)
    public String name = "";

    @Override
    public String toString() {
        return name;
    }
}
