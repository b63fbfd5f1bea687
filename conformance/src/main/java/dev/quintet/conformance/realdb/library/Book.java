package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.PROTECT;
import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Index;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.OneToOne;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Related;
import dev.quintet.orm.RelatedOne;
import dev.quintet.orm.ReverseOf;
import dev.quintet.orm.Scope;
import dev.quintet.orm.Slug;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.Through;
import dev.quintet.orm.Unique;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An edition of a book.
@Meta(
        ordering = {"title", "id"},
        latestBy = "published",
        indexes = {
            @Index(fields = "published", name = "library_boo_publish_92ea51_idx"),
            @Index(
                    fields = {"publisher", "-price"},
                    name = "lib_book_pub_price")
        },
        unique =
                @Unique(
                        fields = {"title", "publisher", "edition"},
                        name = "lib_book_title_pub_ed"))
public class Book extends Stamped {

    @Field(maxLength = 200)
    public String title;

    @Field(maxLength = 200, blank = true)
    public @Nullable String subtitle;

    @Field(maxLength = 80, index = true)
    public Slug slug;

    @Field(maxLength = 13, unique = true, verboseName = "ISBN")
    public String isbn;

    @Field(positive = true)
    public short edition = 1;

    public final ForeignKey<Publisher> publisher = foreignKey(PROTECT);

    @Through(model = Authorship.class)
    public final ManyToMany<Author> authors = manyToMany();

    @Field(blank = true)
    public final ManyToMany<Category> categories = manyToMany();

    @Field(blank = true)
    public final ForeignKey<@Nullable Author> editor = foreignKey(SET_NULL);

    @Field(blank = true)
    public final OneToOne<@Nullable Book> sequelOf = oneToOne(SET_NULL);

    @Field(digits = 8, decimals = 2)
    public BigDecimal price;

    @Field(positive = true)
    public int pages;

    @Field(blank = true)
    public @Nullable Double weight;

    @Field(blank = true)
    public @Nullable LocalDate published;

    public Status status = Status.DRAFT;

    @Field(maxLength = 2)
    public Language language = Language.EN;

    public @Nullable Boolean inPrint;

    @Field(blank = true)
    public @Nullable Object metadata;

    @Field(blank = true)
    public @Nullable Duration readingTime;

    @Field(uploadTo = "covers/", blank = true)
    public StoredFile cover = StoredFile.NONE;

    @ReverseOf("sequelOf")
    public final RelatedOne<Book> sequel = relatedOne();

    public final Related<Authorship> authorships = related();
    public final Related<Copy> copies = related();
    public final Related<Review> reviews = related();

    @Field(relatedQueryName = "book")
    public final Related<TaggedItem> tags = related();

    @ReverseOf("favourites")
    public final ManyToMany<Member> fans = manyToMany();

    @Constraints
    static List<Constraint<Book>> constraints() {
        return List.of(Constraint.check("lib_book_price_gte_0", Books.price.gte(BigDecimal.ZERO)));
    }

    /// {@return those that are to be had}
    @Scope
    public static QuerySet<Book> inPrint(QuerySet<Book> books) {
        return books.filter(Books.inPrint.eq(true));
    }

    @Override
    public String toString() {
        return title;
    }
}
