package records.catalog;

import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.Expressions.sum;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Aggregate;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Rows;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What sells, and where: sums over all invoices, and nobody's name.
final class Charts {

    private static final Aggregate<Invoice, BigDecimal> REVENUE = sum(Invoices.total);
    private static final Aggregate<Genre, Integer> SOLD = sum(Genres.tracks.sales().quantity);

    /// Everything that was ever sold.
    record Totals(long invoices, @Nullable BigDecimal revenue) {}

    /// What one country bought.
    record CountrySales(@Nullable String country, BigDecimal revenue, long invoices) {}

    /// How many tracks of a genre were bought.
    record GenreSales(long id, String name, int sold) {}

    private Charts() {}

    static Response page(Request request) {
        record Page(
                @Nullable Totals totals,
                QuerySet<Album> bestselling,
                Rows<CountrySales> countries,
                Rows<GenreSales> genres) {}
        return render(
                request,
                "catalog/charts.html",
                new Page(totals(), bestselling(), countries(), genres()));
    }

    private static @Nullable Totals totals() {
        return Invoices.orderBy()
                .select(Totals::new, count(Invoices.id), REVENUE)
                .first()
                .orElse(null);
    }

    private static QuerySet<Album> bestselling() {
        return Albums.bestselling()
                .selectRelated(Albums.artist)
                .annotate("sold", Album.SOLD)
                .limit(10);
    }

    private static Rows<CountrySales> countries() {
        return Invoices.orderBy(REVENUE.desc(), Invoices.country.asc())
                .limit(12)
                .select(CountrySales::new, Invoices.country, REVENUE, count(Invoices.id));
    }

    private static Rows<GenreSales> genres() {
        return Genres.filter(SOLD.gt(0))
                .orderBy(SOLD.desc(), Genres.name.asc())
                .limit(12)
                .select(GenreSales::new, Genres.id, Genres.name, SOLD);
    }
}
