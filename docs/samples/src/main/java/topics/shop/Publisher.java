package topics.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;

/// Who printed books.
public class Publisher extends Model {

    @Field(maxLength = 100, unique = true)
    public String name = "";

    public final Related<Book> books = related();

    @Override
    public String toString() {
        return name;
    }
}
