package dev.quintet.admin;

import dev.quintet.http.QueryParams;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.SqlType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way from years to months to days of a date, as an address says it. Days are those of the
/// visitor's clock. Immutable.
final class DateSteps {

    private final FieldAt at;
    private final @Nullable Integer year;
    private final @Nullable Integer month;
    private final @Nullable Integer day;

    DateSteps(FieldAt at, QueryParams asked) throws BadLookupException {
        this.at = at;
        this.year = number(asked, "__year", 9999);
        this.month = number(asked, "__month", 12);
        this.day = number(asked, "__day", 31);
        boolean gap = (year == null && month != null) || (month == null && day != null);
        if (gap) {
            throw new BadLookupException();
        }
    }

    private @Nullable Integer number(QueryParams asked, String ending, int most)
            throws BadLookupException {
        String text = asked.get(at.path() + ending);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,4}")
                || Integer.parseInt(text) > most
                || Integer.parseInt(text) < 1) {
            throw new BadLookupException();
        }
        return Integer.valueOf(text);
    }

    String yearName() {
        return at.path() + "__year";
    }

    String monthName() {
        return at.path() + "__month";
    }

    String dayName() {
        return at.path() + "__day";
    }

    Set<String> parameters() {
        return Set.of(yearName(), monthName(), dayName());
    }

    @Nullable Integer year() {
        return year;
    }

    @Nullable Integer month() {
        return month;
    }

    @Nullable Integer day() {
        return day;
    }

    /// {@return the rows of the days that the address says, as a span, which an index serves}
    <M extends Entity> QuerySet<M> narrow(QuerySet<M> rows) throws BadLookupException {
        if (year == null) {
            return rows;
        }
        try {
            LocalDate from = LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
            LocalDate to =
                    day != null
                            ? from.plusDays(1)
                            : month != null ? from.plusMonths(1) : from.plusYears(1);
            return rows.filter(at.path() + "__gte", moment(from))
                    .filter(at.path() + "__lt", moment(to));
        } catch (DateTimeException none) {
            throw new BadLookupException(none);
        }
    }

    private Object moment(LocalDate day) {
        ZoneId zone = TimeZones.active();
        return switch (at.sqlType()) {
            case SqlType.Timestamp _ -> day.atStartOfDay(zone).toInstant();
            case SqlType.LocalTimestamp _ -> day.atStartOfDay();
            case null, default -> day;
        };
    }

    /// {@return the years, months or days that there are below what the address says; empty below a
    /// day}
    <M extends Entity> List<LocalDate> below(QuerySet<M> rows) {
        if (day != null) {
            return List.of();
        }
        String unit = year == null ? "year" : month == null ? "month" : "day";
        boolean moments = at.sqlType() instanceof SqlType.Timestamp;
        return moments
                ? rows.datetimes(at.path(), unit).list().stream()
                        .map(moment -> LocalDate.ofInstant(moment, TimeZones.active()))
                        .toList()
                : rows.dates(at.path(), unit).list();
    }
}
