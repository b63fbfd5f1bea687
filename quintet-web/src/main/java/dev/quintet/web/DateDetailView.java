package dev.quintet.web;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.TimeColumn;
import java.io.Serial;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A page about one row of a day, whose address names the day too. Django: `DateDetailView`.
///
/// ```java
/// path("news/<int:year>/<str:month>/<int:day>/<slug:slug>/",
///         DateDetailView.of(Articles.all(), Articles.published))
/// ```
///
/// The day is named as {@link ArchiveView} has it, all else as {@link DetailView} does: template,
/// variables, and what tells the row. A day that lies ahead is a 404, unless {@link #allowFuture}
/// says otherwise. Immutable; safe for many threads.
///
/// @param <M> the model
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class DateDetailView<M extends Entity> implements View {

    @Serial private static final long serialVersionUID = 1L;
    private static final Set<String> PARTS = Set.of("year", "month", "day");

    private final Function<Request, QuerySet<M>> rows;
    private final TimeColumn<? super M, ?> date;
    private final DetailView<M> page;
    private final boolean allowFuture;

    private DateDetailView(
            Function<Request, QuerySet<M>> rows,
            TimeColumn<? super M, ?> date,
            DetailView<M> page,
            boolean allowFuture) {
        this.rows = rows;
        this.date = date;
        this.page = page;
        this.allowFuture = allowFuture;
    }

    /// {@return a page about one of these rows}
    ///
    /// @param date a field of the model itself, of days or of points in time
    public static <M extends Entity> DateDetailView<M> of(
            QuerySet<M> rows, TimeColumn<? super M, ?> date) {
        return of(_ -> rows, date);
    }

    /// {@return a page about one of the rows that a request may see}
    public static <M extends Entity> DateDetailView<M> of(
            Function<Request, QuerySet<M>> rows, TimeColumn<? super M, ?> date) {
        return new DateDetailView<>(rows, date, DetailView.of(rows), false);
    }

    /// {@return this page, also for days that lie ahead, or not}
    public DateDetailView<M> allowFuture(boolean allowFuture) {
        return new DateDetailView<>(rows, date, page, allowFuture);
    }

    /// {@return this page, shown by another template}
    public DateDetailView<M> template(String template) {
        return new DateDetailView<>(rows, date, page.template(template), allowFuture);
    }

    /// {@return this page, with the row under another name in place of `model`}
    public DateDetailView<M> contextName(String name) {
        return new DateDetailView<>(rows, date, page.contextName(name), allowFuture);
    }

    /// {@return this page with more variables, made for each request}
    public DateDetailView<M> context(Function<Request, Map<String, ?>> more) {
        return new DateDetailView<>(rows, date, page.context(more), allowFuture);
    }

    @Override
    public Response handle(Request request) {
        LocalDate day = ArchivePeriod.DAY.asked(request, WeekFields.ISO);
        if (!allowFuture && day.isAfter(TimeZones.today())) {
            throw new NotFound(gettext("There is nothing here yet."));
        }
        DatedRows<M> dated = DatedRows.of(rows.apply(request).all(), date, true);
        return page.show(request, dated.between(day, ArchivePeriod.DAY.end(day)), PARTS);
    }
}
