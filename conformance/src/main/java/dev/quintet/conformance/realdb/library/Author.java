package dev.quintet.conformance.realdb.library;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody who writes, draws or translates books.
@Meta(
        ordering = {"name", "id"},
        permissions = @Permit(code = "can_feature", name = "Can feature an author"))
public class Author extends Model {

    @Field(maxLength = 120, index = true)
    public String name;

    @Field(unique = true, unicode = true)
    public Slug slug;

    @Field(format = TextFormat.EMAIL, blank = true)
    public String email = "";

    @Field(blank = true)
    public @Nullable LocalDate birthDate;

    @Field(blank = true)
    public String bio = "";

    @Field(blank = true)
    public final ForeignKey<@Nullable Author> mentor = foreignKey(SET_NULL);

    @Field(blank = true)
    public final ForeignKey<@Nullable Country> country = foreignKey(SET_NULL);

    @Field(digits = 5, decimals = 2, blank = true)
    public @Nullable BigDecimal rating;

    public @Nullable Boolean isActive;

    @Field(format = TextFormat.IP_ADDRESS, blank = true)
    public @Nullable String lastIp;

    @ReverseOf("mentor")
    public final Related<Author> students = related();

    @ReverseOf("authors")
    public final ManyToMany<Book> books = manyToMany();

    public final Related<Authorship> authorships = related();

    @ReverseOf("editor")
    public final Related<Book> editedBooks = related();

    public final RelatedOne<AuthorProfile> profile = relatedOne();

    @Field(relatedQueryName = "author")
    public final Related<TaggedItem> tags = related();

    @Override
    public String toString() {
        return name;
    }
}
