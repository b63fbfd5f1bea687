package dev.quintet.test.badge;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;

/// Something to change.
public class Box extends Model {
    @Field(maxLength = 40)
    public String label = "";

    @Override
    public String toString() {
        return label;
    }
}
