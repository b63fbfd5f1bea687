package topics.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// What a reader thinks of a book.
public class Review extends Model {

    public int stars;

    public final ForeignKey<Book> book = foreignKey(CASCADE);
}
