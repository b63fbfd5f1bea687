package topics.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import java.util.UUID;

/// A book on its way, sent once however often it was asked for.
public class Parcel extends Model {

    @Field(unique = true)
    public UUID requestKey = UUID.randomUUID();

    public final ForeignKey<Book> book = foreignKey(CASCADE);
}
