package records.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;
import records.catalog.Album;
import records.catalog.Albums;

/// How many copies of a record lie in the cellar. The database itself refuses to go below none.
@Meta(verboseNamePlural = "stock")
public class Stock extends Model {

    private static final int MOST = 9;

    public final OneToOne<Album> album = oneToOne(CASCADE);

    @Field(positive = true)
    public int copies;

    /// Counts the cellar once: some of each record, and of every ninth the last one.
    public static void fill() {
        if (Stocks.all().exists()) {
            return;
        }
        Stocks.all()
                .bulkCreate(
                        Albums.all().list().stream()
                                .map(album -> {
                                    var stock = new Stock();
                                    stock.album.set(album);
                                    stock.copies = (int) (album.id * 7 % MOST) + 1;
                                    return stock;
                                })
                                .toList());
    }

    /// Takes copies out, if there are as many: one statement, which the database carries out for
    /// one buyer after the other.
    ///
    /// @return whether there were
    static boolean take(long album, int count) {
        return Stocks.filter(Stocks.album.id.eq(album), Stocks.copies.gte(count))
                        .update(Stocks.copies.set(Stocks.copies.minus(count)))
                == 1;
    }

    /// {@return how many copies of a record there are}
    public static int of(long album) {
        return Stocks.filter(Stocks.album.id.eq(album)).first().map(it -> it.copies).orElse(0);
    }

    @Override
    public String toString() {
        return copies + " × " + album.get();
    }
}
