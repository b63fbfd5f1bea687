package dev.quintet.orm.press;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Unique;

/// Who had which part in a book.
@Meta(
        ordering = {"book", "order", "id"},
        unique = @Unique(fields = {"book", "author", "role"}))
public class Authorship extends Model {

    /// A part.
    public enum Role {
        AUTHOR,
        ILLUSTRATOR,
        TRANSLATOR
    }

    public final ForeignKey<Book> book = foreignKey(CASCADE);
    public final ForeignKey<Author> author = foreignKey(CASCADE);
    public Role role = Role.AUTHOR;

    @Field(positive = true)
    public short order;
}
