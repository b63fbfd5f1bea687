package topics.bookshop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import dev.quintet.orm.RelatedOne;
import dev.quintet.orm.TextFormat;

@Meta(ordering = "name")
public class Customer extends Model {

    @Field(maxLength = 80)
    public String name = "";

    @Field(format = TextFormat.EMAIL)
    public String email = "";

    public final RelatedOne<Profile> profile = relatedOne();

    public final Related<Purchase> purchases = related();
}
