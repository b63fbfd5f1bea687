package dev.quintet.migrations.store;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import org.jspecify.annotations.Nullable;

/// Who makes things, and knows others who do.
@Meta(ordering = "name", verboseNamePlural = "makers of things")
public class Maker extends Model {

    @Field(maxLength = 80, unique = true, help = "As on the \"label\".")
    public String name;

    /// Leads back in a circle.
    @Field(blank = true)
    public final ForeignKey<@Nullable Product> masterpiece = foreignKey(SET_NULL);

    public final ManyToMany<Maker> friends = manyToMany();
}
