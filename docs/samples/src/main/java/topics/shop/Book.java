package topics.shop;

import static dev.quintet.orm.Expressions.avg;
import static dev.quintet.orm.Functions.left;
import static dev.quintet.orm.Functions.upper;
import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.SET_NULL;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.orm.Computed;
import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Expression;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Index;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import dev.quintet.orm.StoredFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A book in the shop.
@Meta(
        ordering = {"title", "id"},
        indexes =
                @Index(
                        name = "book_by_year",
                        fields = {"published", "price"}))
public final class Book extends Model implements Tagged {

    @Field(maxLength = 200)
    public String title = "";

    @Field(maxLength = 13, unique = true)
    public String isbn = "";

    @Field(digits = 8, decimals = 2)
    public BigDecimal price = BigDecimal.ZERO;

    public int stock;

    @Field(blank = true)
    public @Nullable LocalDate published;

    @Field(blank = true, editable = false)
    public @Nullable Details details;

    @Field(image = true, uploadTo = "covers/%Y", blank = true)
    public StoredFile cover = StoredFile.NONE;

    public final ForeignKey<Author> author = foreignKey(CASCADE);

    @Field(blank = true)
    public final ForeignKey<@Nullable Publisher> publisher = foreignKey(SET_NULL);

    public final Related<Review> reviews = related();

    @Field(relatedQueryName = "book")
    public final Related<Tag> tags = related();

    @Field(editable = false)
    public int reviewCount;

    @Field(maxLength = 1)
    public String shelf = "";

    @Computed
    static Expression<Book, String> shelf() {
        return upper(left(Books.title, 1));
    }

    @Constraints
    static List<Constraint<Book>> constraints() {
        return List.of(
                Constraint.check("book_price_gte_0", Books.price.gte(BigDecimal.ZERO)),
                Constraint.unique("book_title_author", Books.title, Books.author));
    }

    /// Sells one copy, or says that there is none.
    public boolean sell() {
        int sold =
                Books.filter(Books.id.eq(id), Books.stock.gt(0))
                        .update(Books.stock.set(Books.stock.minus(1)));
        return sold == 1;
    }

    /// Keeps a review, and the number of them beside the book.
    public Review review(int stars) {
        return atomic(() -> {
            Review review = reviews.create(one -> one.stars = stars);
            Books.filter(Books.id.eq(id)).update(Books.reviewCount.set(Books.reviewCount.plus(1)));
            return review;
        });
    }

    /// What readers think of it on average; nothing where nobody has said.
    public @Nullable Double stars() {
        return reviews.all().aggregate(avg(Reviews.stars));
    }

    @Override
    public String toString() {
        return title;
    }
}
