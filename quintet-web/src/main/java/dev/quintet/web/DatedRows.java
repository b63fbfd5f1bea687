package dev.quintet.web;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.TimeColumn;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rows that have a date, by a field of days or of points in time; those begin their days in the
/// visitor's zone.
///
/// @param query all that may be shown
/// @param field name of the field
/// @param moments whether it holds points in time
/// @param allowFuture whether what lies ahead is shown
/// @param <M> the model
record DatedRows<M extends Entity>(
        QuerySet<M> query, String field, boolean moments, boolean allowFuture) {

    static <M extends Entity> DatedRows<M> of(
            QuerySet<M> query, TimeColumn<? super M, ?> column, boolean allowFuture) {
        String name = column.node() instanceof Node.Field at ? at.path().toString() : "";
        SqlType type = null;
        for (FieldState each : query.mapping().columns()) {
            if (each.name().equals(name)) {
                type = each.type().sql();
            }
        }
        boolean moments = type instanceof SqlType.Timestamp;
        if (!moments && !(type instanceof SqlType.Date)) {
            throw new PageException(
                    Problem.of("web.E010", "An archive cannot be made by '" + name + "'.")
                            .because(
                                    "It takes a field of the model itself that holds days"
                                            + " (LocalDate) or points in time (Instant).")
                            .fixedBy("Name one, such as Articles.published."),
                    null);
        }
        return new DatedRows<>(query, name, moments, allowFuture);
    }

    static PageException noPeriod(String word) {
        return new PageException(
                Problem.of("web.E011", "A list of dates has no '" + word + "'.")
                        .fixedBy("Say year, month or day."),
                null);
    }

    /// {@return those from a day on and before another one, less what lies ahead}
    QuerySet<M> between(LocalDate from, LocalDate before) {
        return untilNow(
                query.filter(field + "__gte", bound(from)).filter(field + "__lt", bound(before)));
    }

    /// {@return those before now, or all that have a date where what lies ahead is shown}
    QuerySet<M> untilNow(QuerySet<M> rows) {
        if (allowFuture) {
            return rows.filter(field + "__isnull", false);
        }
        return rows.filter(field + "__lte", moments ? TimeZones.now() : TimeZones.today());
    }

    /// {@return the first days of the years, months or days in which there are rows}
    List<LocalDate> dates(QuerySet<M> rows, ArchivePeriod period, boolean descending) {
        String unit = period.name().toLowerCase(Locale.ROOT);
        if (!moments) {
            return rows.dates(field, unit, descending).list();
        }
        ZoneId zone = TimeZones.active();
        return rows.datetimes(field, unit, descending, zone).list().stream()
                .map(moment -> LocalDate.ofInstant(moment, zone))
                .toList();
    }

    /// {@return the first day of the period after one, or `null` where there is none: the next on
    /// the calendar, or the next in which there is a row}
    @Nullable LocalDate next(
            ArchivePeriod period, LocalDate start, WeekFields weeks, boolean allowEmpty) {
        LocalDate end = period.end(start);
        if (allowEmpty) {
            return allowFuture || !end.isAfter(TimeZones.today()) ? end : null;
        }
        QuerySet<M> later = untilNow(query.filter(field + "__gte", bound(end)));
        return periodOfFirst(later.orderBy(field), period, weeks);
    }

    /// {@return the first day of the period before one, or `null` where there is none}
    @Nullable LocalDate previous(
            ArchivePeriod period, LocalDate start, WeekFields weeks, boolean allowEmpty) {
        if (allowEmpty) {
            LocalDate before = period.start(start.minusDays(1), weeks);
            return allowFuture || !before.isAfter(TimeZones.today()) ? before : null;
        }
        QuerySet<M> earlier = untilNow(query.filter(field + "__lt", bound(start)));
        return periodOfFirst(earlier.orderBy("-" + field), period, weeks);
    }

    /// {@return what is said where nothing is}
    NotFound none() {
        ModelState model = query.mapping().state();
        return new NotFound(gettext("There are no %s here.").formatted(model.shownNamePlural()));
    }

    private @Nullable LocalDate periodOfFirst(
            QuerySet<M> ordered, ArchivePeriod period, WeekFields weeks) {
        Object first = ordered.valuesFlat(field).first().orElse(null);
        return switch (first) {
            case LocalDate day -> period.start(day, weeks);
            case Instant moment ->
                    period.start(LocalDate.ofInstant(moment, TimeZones.active()), weeks);
            case null, default -> null;
        };
    }

    private Object bound(LocalDate day) {
        return moments ? day.atStartOfDay(TimeZones.active()).toInstant() : day;
    }
}
