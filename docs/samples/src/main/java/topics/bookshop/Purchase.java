package topics.bookshop;

import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Computed;
import dev.quintet.orm.Expression;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

@Meta(ordering = "id")
public class Purchase extends Model {

    public final ForeignKey<Customer> customer = foreignKey(PROTECT);

    public final ForeignKey<Book> book = foreignKey(PROTECT);

    public int copies = 1;

    public int cents;

    public int total;

    @Computed
    static Expression<Purchase, Integer> total() {
        return Purchases.copies.times(Purchases.cents);
    }
}
