package topics.bookshop;

import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Scope;
import dev.quintet.orm.Slug;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Meta(ordering = "title")
public class Book extends Stamped {

    @Field(maxLength = 200)
    public String title = "";

    @Field(unique = true)
    public Slug slug;

    public Genre genre = Genre.NOVEL;

    @Field(digits = 8, decimals = 2)
    public BigDecimal price = BigDecimal.ZERO;

    @Field(digits = 8, decimals = 2)
    public BigDecimal listPrice = BigDecimal.ZERO;

    public int stock;

    @Field(blank = true)
    public @Nullable LocalDate published;

    @Field(blank = true)
    public @Nullable Size size;

    @Field(blank = true)
    public List<Object> remarks = new ArrayList<>();

    public final ForeignKey<Author> author = foreignKey(PROTECT);

    @Field(blank = true)
    public final ManyToMany<Tag> tags = manyToMany();

    @Scope
    public static QuerySet<Book> inStock(QuerySet<Book> books) {
        return books.filter(Books.stock.gt(0));
    }

    @Scope
    public static QuerySet<Book> cheap(QuerySet<Book> books) {
        return books.filter(Books.price.lt(10));
    }

    public boolean isSoldOut() {
        return stock == 0;
    }

    @Override
    public String toString() {
        return title;
    }
}
