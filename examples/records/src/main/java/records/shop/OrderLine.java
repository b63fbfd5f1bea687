package records.shop;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.math.BigDecimal;
import records.catalog.Album;

/// A record of an order, and what it cost then.
@Meta(ordering = "id")
public class OrderLine extends Model {

    public final ForeignKey<Order> order = foreignKey(CASCADE);
    public final ForeignKey<Album> album = foreignKey(PROTECT);

    @Field(digits = 8, decimals = 2)
    public BigDecimal price = BigDecimal.ZERO;

    @Field(positive = true)
    public int count;

    /// {@return what all copies cost}
    public BigDecimal sum() {
        return price.multiply(BigDecimal.valueOf(count));
    }

    @Override
    public String toString() {
        return count + " × " + album.get();
    }
}
