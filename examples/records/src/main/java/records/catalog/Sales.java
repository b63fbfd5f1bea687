package records.catalog;

import static dev.quintet.orm.Expressions.sum;

import dev.quintet.admin.Chart.Point;
import dev.quintet.orm.Aggregate;
import dev.quintet.orm.TimeExpression.Unit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was sold, as the charts of the admin show it; one statement each.
final class Sales {

    private static final Aggregate<Invoice, BigDecimal> REVENUE = sum(Invoices.total);
    private static final Aggregate<Genre, Integer> TRACKS = sum(Genres.tracks.sales().quantity);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final int MOST = 10;

    private record Month(LocalDateTime begin, BigDecimal revenue) {}

    private record Kind(@Nullable String name, BigDecimal revenue) {}

    private record Sold(String name, int tracks) {}

    private Sales() {}

    /// {@return the revenue of each month in which something was sold}
    static List<Point> months() {
        var month = Invoices.date.truncatedTo(Unit.MONTH);
        return Invoices.orderBy(month.asc()).select(Month::new, month, REVENUE).list().stream()
                .map(it -> point(it.begin().format(MONTH), it.revenue()))
                .toList();
    }

    /// {@return the revenue of the countries where most was sold}
    static List<Point> countries() {
        return Invoices.orderBy(REVENUE.desc(), Invoices.country.asc())
                .limit(MOST)
                .select(Kind::new, Invoices.country, REVENUE)
                .list()
                .stream()
                .map(it -> point(it.name() == null ? "unknown" : it.name(), it.revenue()))
                .toList();
    }

    /// {@return the revenue that each of the staff cares for}
    static List<Point> staff() {
        var rep = Invoices.customer.supportRep().lastName;
        return Invoices.orderBy(REVENUE.desc()).select(Kind::new, rep, REVENUE).list().stream()
                .map(it -> point(it.name() == null ? "nobody" : it.name(), it.revenue()))
                .toList();
    }

    /// {@return how many tracks were sold of the genres that sell best}
    static List<Point> genres() {
        return Genres.filter(TRACKS.gt(0))
                .orderBy(TRACKS.desc(), Genres.name.asc())
                .limit(MOST)
                .select(Sold::new, Genres.name, TRACKS)
                .list()
                .stream()
                .map(it -> Point.of(it.name(), it.tracks()))
                .toList();
    }

    private static Point point(String label, BigDecimal money) {
        return new Point(
                label, money.doubleValue(), String.format(Locale.ENGLISH, "$%,.2f", money));
    }
}
