package topics.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;

/// Who wrote books.
@Meta(ordering = "name")
public final class Author extends Model implements Tagged {

    @Field(maxLength = 100)
    public String name = "";

    public final Related<Book> books = related();

    @Field(relatedQueryName = "author")
    public final Related<Tag> tags = related();

    @Override
    public String toString() {
        return name;
    }
}
