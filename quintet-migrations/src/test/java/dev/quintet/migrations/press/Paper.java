package dev.quintet.migrations.press;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// A newspaper.
public class Paper extends Model {

    @Field(maxLength = 100)
    public String name;

    public final ForeignKey<@Nullable Writer> editor = foreignKey(CASCADE);
    public final ManyToMany<Writer> writers = manyToMany();
}
