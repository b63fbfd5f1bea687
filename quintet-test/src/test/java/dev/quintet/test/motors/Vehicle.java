package dev.quintet.test.motors;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// What drives.
public class Vehicle extends Model {
    @Field(maxLength = 40, unique = true)
    public String plate = "";

    public int wheels = 4;

    @Field(limitTo = Licensed.class)
    public final ForeignKey<@Nullable Driver> owner = foreignKey(SET_NULL);

    @Field(blank = true)
    public final ManyToMany<Driver> drivers = manyToMany();

    @Override
    public String toString() {
        return plate;
    }
}
