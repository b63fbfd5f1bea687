package dev.quintet.test.motors;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;

/// Who drives.
public class Driver extends Model {
    @Field(maxLength = 40)
    public String name = "";

    public boolean licensed = true;

    @Override
    public String toString() {
        return name;
    }
}
