package dev.quintet.migrations.atlas;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import dev.quintet.orm.NaturalKey;
import org.jspecify.annotations.Nullable;

/// A country, known by its code.
@NaturalKey("isoCode")
public class Country extends Model {

    @Field(maxLength = 2, unique = true)
    public String isoCode = "";

    public final ForeignKey<@Nullable City> capital = foreignKey(SET_NULL);
}
