package topics.bookshop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.util.Locale;

@Meta(ordering = "name")
public class Tag extends Model {

    @Field(maxLength = 40, unique = true)
    public String name = "";

    public Tag() {}

    public Tag(String words) {
        name = words.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
