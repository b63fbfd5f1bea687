package dev.quintet.web;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.RouteMatch;
import dev.quintet.kernel.error.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;

/// A stretch of the calendar that a page of an archive is about, and how an address names it.
enum ArchivePeriod {
    YEAR,
    MONTH,
    WEEK,
    DAY;

    /// The years that all databases know.
    private static final int LAST_YEAR = 9999;

    /// {@return the first day of the period that a request names}
    ///
    /// @param weeks how weeks are numbered
    /// @throws NotFound when it names none
    LocalDate asked(Request request, WeekFields weeks) {
        int year = number(request, "year");
        if (year < 1 || year > LAST_YEAR) {
            throw nowhere("year", String.valueOf(year));
        }
        try {
            return switch (this) {
                case YEAR -> LocalDate.of(year, 1, 1);
                case MONTH -> LocalDate.of(year, month(request), 1);
                case WEEK -> week(year, number(request, "week"), weeks);
                case DAY -> LocalDate.of(year, month(request), number(request, "day"));
            };
        } catch (DateTimeException noSuchDay) {
            throw nowhere(name().toLowerCase(Locale.ROOT), request.path());
        }
    }

    /// {@return the first day of the period that a day is in}
    LocalDate start(LocalDate day, WeekFields weeks) {
        return switch (this) {
            case YEAR -> day.withDayOfYear(1);
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weeks.getFirstDayOfWeek()));
            case DAY -> day;
        };
    }

    /// {@return the first day after the period that begins on a day}
    ///
    /// @throws NotFound behind the end of the calendar
    LocalDate end(LocalDate start) {
        LocalDate end =
                switch (this) {
                    case YEAR -> start.plusYears(1);
                    case MONTH -> start.plusMonths(1);
                    case WEEK -> start.plusWeeks(1);
                    case DAY -> start.plusDays(1);
                };
        if (end.getYear() > LAST_YEAR) {
            throw nowhere("date", String.valueOf(start));
        }
        return end;
    }

    /// A week is counted within its calendar year, except by ISO 8601, where the first days of
    /// January may belong to the last week of the year before.
    private static LocalDate week(int year, int week, WeekFields weeks) {
        boolean iso = weeks.equals(WeekFields.ISO);
        LocalDate day =
                iso
                        ? LocalDate.of(year, 1, 4).with(weeks.weekOfWeekBasedYear(), week)
                        : LocalDate.of(year, 1, 1).with(weeks.weekOfYear(), week);
        LocalDate start = day.with(TemporalAdjusters.previousOrSame(weeks.getFirstDayOfWeek()));
        int told = iso ? day.get(weeks.weekOfWeekBasedYear()) : day.get(weeks.weekOfYear());
        if (told != week) {
            throw nowhere("week", String.valueOf(week));
        }
        return start;
    }

    private static int month(Request request) {
        String text = text(request, "month");
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            String name = text.toUpperCase(Locale.ROOT);
            for (Month month : Month.values()) {
                if (name.equals(month.name()) || name.equals(month.name().substring(0, 3))) {
                    return month.getValue();
                }
            }
            throw nowhere("month", text);
        }
        return number(request, "month");
    }

    private static int number(Request request, String part) {
        String text = text(request, part);
        if (!text.matches("[0-9]{1,4}")) {
            throw nowhere(part, text);
        }
        return Integer.parseInt(text);
    }

    private static String text(Request request, String part) {
        RouteMatch match = request.resolved();
        Object value = match == null ? null : match.kwargs().get(part);
        if (value == null) {
            value = request.query().get(part);
        }
        return value == null ? "" : value.toString();
    }

    private static NotFound nowhere(String part, String text) {
        return new NotFound(
                Problem.of(
                                "web.E405",
                                text.isEmpty()
                                        ? "No " + part + " was asked for."
                                        : "There is no such " + part + ".")
                        .fixedBy("Ask for a date that is on the calendar."));
    }
}
