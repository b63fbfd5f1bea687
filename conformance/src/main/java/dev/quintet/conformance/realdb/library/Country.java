package dev.quintet.conformance.realdb.library;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;
import org.jspecify.annotations.Nullable;

/// A country, by its code.
@Meta(ordering = "code", verboseNamePlural = "countries")
public class Country extends Entity {

    @Id
    @Field(maxLength = 2)
    public String code;

    @Field(maxLength = 80, unique = true)
    public String name;

    public @Nullable Long population;
    public final Related<Publisher> publishers = related();
    public final Related<Author> authors = related();

    @Override
    public String toString() {
        return name;
    }
}
