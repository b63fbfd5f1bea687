package dev.quintet.migrations.press;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// Somebody who writes for one paper first of all.
public class Writer extends Model {

    @Field(maxLength = 100)
    public String name;

    public final ForeignKey<Paper> home = foreignKey(CASCADE);
}
