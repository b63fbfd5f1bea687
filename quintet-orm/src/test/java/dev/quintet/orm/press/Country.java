package dev.quintet.orm.press;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import org.jspecify.annotations.Nullable;

/// A country, known by its two letters.
@Meta(ordering = "code", verboseNamePlural = "countries")
public class Country extends Entity {

    @Id
    @Field(maxLength = 2)
    public String code;

    @Field(maxLength = 80, unique = true)
    public String name;

    public @Nullable Long population;

    @Override
    public String toString() {
        return name;
    }
}
