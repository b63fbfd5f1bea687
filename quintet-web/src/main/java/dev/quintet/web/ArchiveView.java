package dev.quintet.web;

import dev.quintet.http.Request;
import dev.quintet.http.View;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.TimeColumn;
import dev.quintet.orm.state.ModelState;
import java.io.Serial;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of an archive: the latest rows, or those of a year, a month, a week, a day. Django:
/// `ArchiveIndexView`, `YearArchiveView`, `MonthArchiveView`, `WeekArchiveView`, `DayArchiveView`,
/// `TodayArchiveView`.
///
/// ```java
/// path("news/", ArchiveView.index(Articles.all(), Articles.published)),
/// path("news/<int:year>/", ArchiveView.year(Articles.all(), Articles.published)),
/// path("news/<int:year>/<str:month>/", ArchiveView.month(Articles.all(), Articles.published)),
/// ```
///
/// The address names the period by `year`, `month` (a number, or English: `nov`), `week` and `day`:
/// captured by the route, else of the query string. A date that is not on the calendar is a 404, as
/// is a page without rows, unless {@link #allowEmpty} says otherwise; what lies ahead is not shown,
/// unless {@link #allowFuture} does.
///
/// The template is `app/model_archive.html`, or `..._archive_year.html` and so on. It gets
/// `object_list` (also as `objectList` and `model_list`; of an index, `latest`), `date_list`, the
/// first days of the years, months or days that have rows (a week and a day have none), and, each
/// as a {@link LocalDate} or `null`, `year`, `previous_year`, `next_year`, and so on. Days of
/// points in time begin in the visitor's zone. Immutable; safe for many threads.
///
/// @param <M> the model
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class ArchiveView<M extends Entity> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Draft<M> parts;

    private ArchiveView(Draft<M> parts) {
        this.parts = parts;
    }

    /// What a page is made of; not changed once a view has it.
    private static final class Draft<M extends Entity> {
        private final Function<Request, QuerySet<M>> rows;
        private final TimeColumn<? super M, ?> column;
        private final @Nullable ArchivePeriod period;
        private final boolean today;
        private @Nullable ArchivePeriod dates;
        private boolean lists = true;
        private boolean allowFuture;
        private boolean allowEmpty;
        private WeekFields weeks = WeekFields.of(DayOfWeek.SUNDAY, 7);
        private PagedRows pages = PagedRows.ALL;
        private @Nullable String template;
        private @Nullable String name;
        private Function<Request, Map<String, ?>> more = _ -> Map.of();

        Draft(
                Function<Request, QuerySet<M>> rows,
                TimeColumn<? super M, ?> column,
                @Nullable ArchivePeriod period,
                boolean today,
                @Nullable ArchivePeriod dates) {
            this.rows = rows;
            this.column = column;
            this.period = period;
            this.today = today;
            this.dates = dates;
        }
    }

    private static <M extends Entity> ArchiveView<M> made(
            Function<Request, QuerySet<M>> rows,
            TimeColumn<? super M, ?> date,
            @Nullable ArchivePeriod period,
            @Nullable ArchivePeriod dates) {
        return new ArchiveView<>(new Draft<>(rows, date, period, false, dates));
    }

    /// {@return the latest rows, and the years that have any}
    ///
    /// @param date a field of the model itself, of days or of points in time
    public static <M extends Entity> ArchiveView<M> index(
            QuerySet<M> rows, TimeColumn<? super M, ?> date) {
        return index(_ -> rows, date);
    }

    /// {@return the latest of the rows that a request may see}
    public static <M extends Entity> ArchiveView<M> index(
            Function<Request, QuerySet<M>> rows, TimeColumn<? super M, ?> date) {
        return made(rows, date, null, ArchivePeriod.YEAR).contextName("latest");
    }

    /// {@return the months of a year that have rows, and its rows after {@link #makeObjectList}}
    public static <M extends Entity> ArchiveView<M> year(
            QuerySet<M> rows, TimeColumn<? super M, ?> date) {
        return year(_ -> rows, date);
    }

    /// {@return a year of the rows that a request may see}
    public static <M extends Entity> ArchiveView<M> year(
            Function<Request, QuerySet<M>> rows, TimeColumn<? super M, ?> date) {
        return made(rows, date, ArchivePeriod.YEAR, ArchivePeriod.MONTH).makeObjectList(false);
    }

    /// {@return the rows of a month, and its days that have any}
    public static <M extends Entity> ArchiveView<M> month(
            QuerySet<M> rows, TimeColumn<? super M, ?> date) {
        return month(_ -> rows, date);
    }

    /// {@return a month of the rows that a request may see}
    public static <M extends Entity> ArchiveView<M> month(
            Function<Request, QuerySet<M>> rows, TimeColumn<? super M, ?> date) {
        return made(rows, date, ArchivePeriod.MONTH, ArchivePeriod.DAY);
    }

    /// {@return the rows of a week; weeks begin on Sunday unless {@link #weeks} says otherwise}
    public static <M extends Entity> ArchiveView<M> week(
            QuerySet<M> rows, TimeColumn<? super M, ?> date) {
        return week(_ -> rows, date);
    }

    /// {@return a week of the rows that a request may see}
    public static <M extends Entity> ArchiveView<M> week(
            Function<Request, QuerySet<M>> rows, TimeColumn<? super M, ?> date) {
        return made(rows, date, ArchivePeriod.WEEK, null);
    }

    /// {@return the rows of a day}
    public static <M extends Entity> ArchiveView<M> day(
            QuerySet<M> rows, TimeColumn<? super M, ?> date) {
        return day(_ -> rows, date);
    }

    /// {@return a day of the rows that a request may see}
    public static <M extends Entity> ArchiveView<M> day(
            Function<Request, QuerySet<M>> rows, TimeColumn<? super M, ?> date) {
        return made(rows, date, ArchivePeriod.DAY, null);
    }

    /// {@return the rows of today in the visitor's zone}
    public static <M extends Entity> ArchiveView<M> today(
            QuerySet<M> rows, TimeColumn<? super M, ?> date) {
        return today(_ -> rows, date);
    }

    /// {@return today's of the rows that a request may see}
    public static <M extends Entity> ArchiveView<M> today(
            Function<Request, QuerySet<M>> rows, TimeColumn<? super M, ?> date) {
        return new ArchiveView<>(new Draft<>(rows, date, ArchivePeriod.DAY, true, null));
    }

    private ArchiveView<M> changed(Consumer<Draft<M>> change) {
        var draft = new Draft<M>(parts.rows, parts.column, parts.period, parts.today, parts.dates);
        draft.lists = parts.lists;
        draft.allowFuture = parts.allowFuture;
        draft.allowEmpty = parts.allowEmpty;
        draft.weeks = parts.weeks;
        draft.pages = parts.pages;
        draft.template = parts.template;
        draft.name = parts.name;
        draft.more = parts.more;
        change.accept(draft);
        return new ArchiveView<>(draft);
    }

    /// {@return this page, with what lies ahead, or without}
    public ArchiveView<M> allowFuture(boolean allowFuture) {
        return changed(draft -> draft.allowFuture = allowFuture);
    }

    /// {@return this page, which is shown without rows, and has the calendar's neighbours; or is a
    /// 404 without rows, and has the nearest neighbours that have some}
    public ArchiveView<M> allowEmpty(boolean allowEmpty) {
        return changed(draft -> draft.allowEmpty = allowEmpty);
    }

    /// {@return this page of a year, with its rows, or with its months only}
    public ArchiveView<M> makeObjectList(boolean makeObjectList) {
        return changed(draft -> draft.lists = makeObjectList);
    }

    /// {@return this page, whose `date_list` has the years, months or days that have rows}
    ///
    /// @param period `year`, `month` or `day`
    /// @throws PageException for any other word
    public ArchiveView<M> dateListPeriod(String period) {
        ArchivePeriod dates =
                switch (period) {
                    case "year" -> ArchivePeriod.YEAR;
                    case "month" -> ArchivePeriod.MONTH;
                    case "day" -> ArchivePeriod.DAY;
                    default -> throw DatedRows.noPeriod(period);
                };
        return changed(draft -> draft.dates = dates);
    }

    /// {@return this page, with weeks counted so: {@link WeekFields#ISO} begins them on Monday and
    /// the first with January 4th. By default they begin on Sunday, and the days before the year's
    /// first Sunday are in week 0: Django's `%U`. `WeekFields.of(MONDAY, 7)` is `%W`}
    public ArchiveView<M> weeks(WeekFields weeks) {
        return changed(draft -> draft.weeks = weeks);
    }

    /// {@return this page, with so many rows on one, chosen by `?page=`}
    ///
    /// @param perPage how many; 0 for all on one page
    public ArchiveView<M> paginateBy(int perPage) {
        return changed(draft -> draft.pages = new PagedRows(perPage, 0));
    }

    /// {@return this page, shown by another template}
    public ArchiveView<M> template(String template) {
        return changed(draft -> draft.template = template);
    }

    /// {@return this page, with the rows under another name in place of `model_list`}
    public ArchiveView<M> contextName(String name) {
        return changed(draft -> draft.name = name);
    }

    /// {@return this page with more variables, made for each request}
    public ArchiveView<M> context(Function<Request, Map<String, ?>> more) {
        return changed(draft -> draft.more = more);
    }

    @Override
    public TemplateResponse handle(Request request) {
        QuerySet<M> all = parts.rows.apply(request).all();
        DatedRows<M> dated = DatedRows.of(all, parts.column, parts.allowFuture);
        ModelState model = all.mapping().state();
        var variables = new LinkedHashMap<String, @Nullable Object>();
        QuerySet<M> query = period(request, dated, variables).orderBy("-" + dated.field());
        variables.put("date_list", dates(dated, query));
        QuerySet<M> listed = parts.lists ? query : query.none();
        Object list = parts.pages.shown(request, listed, parts.allowEmpty, variables);
        if (parts.dates == null && !parts.allowEmpty && listed.list().isEmpty()) {
            throw dated.none();
        }
        String lower = model.name().toLowerCase(Locale.ROOT);
        variables.put("object_list", list);
        variables.put("objectList", list);
        variables.put(parts.name == null ? lower + "_list" : parts.name, list);
        variables.putAll(parts.more.apply(request));
        String suffix = parts.period == null ? "" : "_" + word(parts.period);
        String own = model.app() + "/" + lower + "_archive" + suffix + ".html";
        return TemplateResponse.of(parts.template == null ? own : parts.template, variables);
    }

    /// {@return the rows of the period, after telling the template of it and its neighbours}
    private QuerySet<M> period(
            Request request, DatedRows<M> dated, Map<String, @Nullable Object> variables) {
        ArchivePeriod period = parts.period;
        if (period == null) {
            return dated.untilNow(dated.query());
        }
        LocalDate start = parts.today ? TimeZones.today() : period.asked(request, parts.weeks);
        variables.put(word(period), start);
        neighbours(dated, period, start, variables);
        if (period == ArchivePeriod.DAY) {
            LocalDate month = ArchivePeriod.MONTH.start(start, parts.weeks);
            neighbours(dated, ArchivePeriod.MONTH, month, variables);
        }
        return dated.between(start, period.end(start));
    }

    private void neighbours(
            DatedRows<M> dated,
            ArchivePeriod period,
            LocalDate start,
            Map<String, @Nullable Object> variables) {
        variables.put(
                "previous_" + word(period),
                dated.previous(period, start, parts.weeks, parts.allowEmpty));
        variables.put(
                "next_" + word(period), dated.next(period, start, parts.weeks, parts.allowEmpty));
    }

    /// An index lists its years downwards, all others as the calendar has them.
    private @Nullable List<LocalDate> dates(DatedRows<M> dated, QuerySet<M> rows) {
        ArchivePeriod dates = parts.dates;
        if (dates == null) {
            return null;
        }
        List<LocalDate> found = dated.dates(rows, dates, parts.period == null);
        if (found.isEmpty() && !parts.allowEmpty) {
            throw dated.none();
        }
        return found;
    }

    private static String word(ArchivePeriod period) {
        return period.name().toLowerCase(Locale.ROOT);
    }
}
