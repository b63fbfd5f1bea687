package dev.quintet.migrations.atlas;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.NaturalKey;
import dev.quintet.orm.Unique;

/// A city, known by its name and its country.
@NaturalKey({"name", "country"})
@Meta(unique = @Unique(fields = {"name", "country"}))
public class City extends Model {

    @Field(maxLength = 60)
    public String name = "";

    public final ForeignKey<Country> country = foreignKey(CASCADE);
    public final ManyToMany<City> twins = manyToMany();
    public final ManyToMany<Sample> samples = manyToMany();
}
