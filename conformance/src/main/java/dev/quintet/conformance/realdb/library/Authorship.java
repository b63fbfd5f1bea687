package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Unique;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What an author did for a book.
@Meta(
        ordering = {"book", "order", "id"},
        unique = @Unique(fields = {"book", "author", "role"}))
public class Authorship extends Model {

    public final ForeignKey<Book> book = foreignKey(CASCADE);
    public final ForeignKey<Author> author = foreignKey(CASCADE);

    @Field(maxLength = 1)
    public Role role = Role.AUTHOR;

    @Field(positive = true)
    public short order;

    @Field(digits = 4, decimals = 3)
    public @Nullable BigDecimal royalty;
}
