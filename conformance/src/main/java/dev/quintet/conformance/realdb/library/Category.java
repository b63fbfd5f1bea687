package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import dev.quintet.orm.ReverseOf;
import dev.quintet.orm.Slug;
import dev.quintet.orm.Unique;
import org.jspecify.annotations.Nullable;

/// What a book is about.
@Meta(
        ordering = {"slug", "id"},
        verboseNamePlural = "categories",
        unique =
                @Unique(
                        fields = {"parent", "slug"},
                        name = "lib_cat_parent_slug"))
public class Category extends Model {

    @Field(maxLength = 60)
    public String name;

    @Field(index = true)
    public Slug slug;

    @Field(blank = true)
    public final ForeignKey<@Nullable Category> parent = foreignKey(CASCADE);

    @ReverseOf("parent")
    public final Related<Category> children = related();

    @ReverseOf("categories")
    public final ManyToMany<Book> books = manyToMany();

    @Override
    public String toString() {
        return name;
    }
}
