package topics.bookshop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;

@Meta(ordering = "name")
public class Author extends Stamped {

    @Field(maxLength = 80, unique = true)
    public String name = "";

    public final Related<Book> books = related();

    @Override
    public String toString() {
        return name;
    }
}
