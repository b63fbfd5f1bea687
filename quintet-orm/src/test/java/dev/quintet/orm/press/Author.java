package dev.quintet.orm.press;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Permit;
import dev.quintet.orm.Related;
import dev.quintet.orm.RelatedOne;
import dev.quintet.orm.ReverseOf;
import dev.quintet.orm.Slug;
import dev.quintet.orm.TextFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Who writes.
@Meta(
        ordering = {"name", "id"},
        permissions = @Permit(code = "can_feature", name = "Can feature an author"))
public class Author extends Model {

    @Field(maxLength = 120, index = true)
    public String name;

    @Field(unique = true, unicode = true)
    public Slug slug;

    public final ForeignKey<@Nullable Author> mentor = foreignKey(SET_NULL);
    public final Related<Author> students = related();
    public final ForeignKey<@Nullable Country> country = foreignKey(SET_NULL);

    @Field(digits = 5, decimals = 2, blank = true)
    public @Nullable BigDecimal rating;

    public @Nullable Boolean isActive;

    @Field(format = TextFormat.IP_ADDRESS_UNPACKED, blank = true)
    public @Nullable String lastIp;

    public final ManyToMany<Author> friends = manyToMany();
    public final RelatedOne<AuthorProfile> profile = relatedOne();

    @ReverseOf("authors")
    public final ManyToMany<Book> books = manyToMany();

    @Override
    public String toString() {
        return name;
    }
}
