package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.forms.BoundField;
import dev.quintet.http.Request;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.orm.Condition;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Expression;
import dev.quintet.orm.F;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the template of a list shows: headers, cells, filters, pages, all with their addresses.
final class ListView {

    /// A header.
    ///
    /// @param url sorts by the column, or `null` where it cannot be sorted
    /// @param removeUrl takes the column from the order, or `null`
    /// @param direction `ascending`, `descending` or empty
    /// @param place which of the columns in the order it is, from 1; 0 for none
    record Header(
            CharSequence label,
            String kind,
            @Nullable String url,
            @Nullable String removeUrl,
            String direction,
            int place) {}

    /// A cell.
    ///
    /// @param truth `true` or `false` where it is a truth value
    /// @param value what to show otherwise; `null` for nothing
    /// @param field the control, where it can be edited
    record Cell(
            CharSequence label,
            String kind,
            @Nullable Boolean truth,
            @Nullable Object value,
            @Nullable String url,
            @Nullable BoundField field) {}

    /// A row.
    ///
    /// @param errors what is wrong with it as a whole, where it can be edited
    /// @param number of its form on the page, or `null` where it cannot be edited
    record Line(
            String key,
            String name,
            List<Cell> cells,
            List<BoundField> hidden,
            @Nullable Object errors,
            @Nullable String number) {}

    /// A choice of a filter.
    record Choice(CharSequence label, String url, boolean selected, @Nullable Object count) {}

    /// A filter.
    record Filter(CharSequence title, List<Choice> choices, boolean active) {}

    /// A step of the date hierarchy.
    record DateStep(String label, @Nullable String url, boolean back) {}

    private ListView() {}

    static <M extends Entity> List<Header> headers(ListOptions<M> options, ChangeList<M> list) {
        List<Integer> sorting = list.sorting();
        var all = new ArrayList<Header>();
        for (int i = 0; i < options.columns.size(); i++) {
            ShownColumn<M> column = options.columns.get(i);
            int number = i + 1;
            if (column.order() == null) {
                all.add(new Header(column.label(), column.kind(), null, null, "", 0));
                continue;
            }
            boolean down = sorting.contains(-number);
            boolean up = sorting.contains(number);
            int place = up ? sorting.indexOf(number) : sorting.indexOf(-number);
            var rest = new ArrayList<>(sorting);
            rest.removeIf(other -> Math.abs(other) == number);
            var first = new ArrayList<>(rest);
            first.addFirst(up ? -number : number);
            all.add(
                    new Header(
                            column.label(),
                            column.kind(),
                            list.link(order(first)),
                            up || down ? list.link(order(rest)) : null,
                            up ? "ascending" : down ? "descending" : "",
                            sorting.size() > 1 ? place + 1 : 0));
        }
        return all;
    }

    private static Map<String, @Nullable Object> order(List<Integer> sorting) {
        var change = new LinkedHashMap<String, @Nullable Object>();
        change.put(
                ChangeList.ORDER,
                sorting.isEmpty()
                        ? null
                        : String.join(".", sorting.stream().map(String::valueOf).toList()));
        change.put(ChangeList.PAGE, null);
        return change;
    }

    static <M extends Entity> Cell cell(
            ShownColumn<M> column, M row, @Nullable String url, @Nullable BoundField field) {
        Object value = column.value(row);
        return value instanceof Boolean truth
                ? new Cell(column.label(), "truth", truth, null, url, field)
                : new Cell(column.label(), column.kind(), null, value, url, field);
    }

    // ---- filters

    static <M extends Entity> List<Filter> filters(
            Request request, ListOptions<M> options, ChangeList<M> list) throws BadLookupException {
        var all = new ArrayList<Filter>();
        for (ListFilter<M> filter : options.filters) {
            List<ListFilter.FilterChoice> offered = filter.choices(request, list.root());
            if (offered.isEmpty()) {
                continue;
            }
            Map<String, String> given = list.given(filter);
            List<Object> counts = list.facets() ? counts(list, filter, offered) : List.of();
            var choices = new ArrayList<Choice>();
            choices.add(
                    new Choice(
                            gettextLazy("All"),
                            list.link(changes(filter, Map.of())),
                            given.isEmpty(),
                            null));
            for (int i = 0; i < offered.size(); i++) {
                ListFilter.FilterChoice choice = offered.get(i);
                choices.add(
                        new Choice(
                                choice.label(),
                                list.link(changes(filter, choice.parameters())),
                                given.equals(choice.parameters()),
                                counts.isEmpty() ? null : counts.get(i)));
            }
            all.add(new Filter(filter.title(), choices, !given.isEmpty()));
        }
        return all;
    }

    private static Map<String, @Nullable Object> changes(
            ListFilter<?> filter, Map<String, String> parameters) {
        var changes = new LinkedHashMap<String, @Nullable Object>();
        for (String name : filter.parameters()) {
            changes.put(name, parameters.get(name));
        }
        changes.put(ChangeList.PAGE, null);
        return changes;
    }

    /// How many of the rows that were found each choice has: all in one statement for fields.
    private static <M extends Entity> List<Object> counts(
            ChangeList<M> list, ListFilter<M> filter, List<ListFilter.FilterChoice> offered)
            throws BadLookupException {
        var counts = new ArrayList<Object>();
        if (filter instanceof FieldFilter<M> field) {
            var wanted = new LinkedHashMap<String, Expression<? super M, ?>>();
            for (int i = 0; i < offered.size(); i++) {
                Condition<Object> condition = field.condition(offered.get(i).parameters());
                wanted.put("choice" + i, F.aggregate("count", "pk").distinct().filter(condition));
            }
            Map<String, ?> found = list.found().orderBy().aggregate(wanted);
            wanted.keySet()
                    .forEach(name -> counts.add(Long.valueOf(String.valueOf(found.get(name)))));
        } else {
            for (ListFilter.FilterChoice choice : offered) {
                counts.add(filter.apply(list.found(), choice.parameters()).count());
            }
        }
        return counts;
    }

    // ---- dates

    static <M extends Entity> List<DateStep> dates(ChangeList<M> list) {
        DateSteps dates = list.dates();
        var all = new ArrayList<DateStep>();
        if (dates == null) {
            return all;
        }
        if (dates.year() != null) {
            all.add(
                    new DateStep(
                            gettextLazy("All dates").toString(),
                            list.link(date(dates, null, null, null)),
                            true));
        }
        if (dates.month() != null) {
            all.add(
                    new DateStep(
                            String.valueOf(dates.year()),
                            list.link(date(dates, dates.year(), null, null)),
                            true));
        }
        if (dates.year() != null && dates.day() != null && dates.month() != null) {
            LocalDate month = LocalDate.of(dates.year(), dates.month(), 1);
            all.add(
                    new DateStep(
                            text(month, "YEAR_MONTH_FORMAT"),
                            list.link(date(dates, dates.year(), dates.month(), null)),
                            true));
        }
        for (LocalDate below : dates.below(list.found())) {
            boolean years = dates.year() == null;
            boolean months = !years && dates.month() == null;
            String label =
                    years
                            ? String.valueOf(below.getYear())
                            : text(below, months ? "F" : "MONTH_DAY_FORMAT");
            all.add(
                    new DateStep(
                            label,
                            list.link(
                                    date(
                                            dates,
                                            below.getYear(),
                                            years ? null : below.getMonthValue(),
                                            years || months ? null : below.getDayOfMonth())),
                            false));
        }
        return all;
    }

    private static String text(LocalDate day, String format) {
        return Formats.active().date(day, format);
    }

    private static Map<String, @Nullable Object> date(
            DateSteps dates,
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day) {
        var changes = new LinkedHashMap<String, @Nullable Object>();
        changes.put(dates.yearName(), year);
        changes.put(dates.monthName(), month);
        changes.put(dates.dayName(), day);
        changes.put(ChangeList.PAGE, null);
        return changes;
    }

    // ---- pages

    /// Where a page of a big table leads on to; `null` for nowhere.
    record Turns(@Nullable String first, @Nullable String previous, @Nullable String next) {}

    static @Nullable Turns turns(ChangeList<?> list) throws BadLookupException {
        Seek<?> seek = list.seek();
        if (seek == null) {
            return null;
        }
        Object previous = seek.previous();
        Object next = seek.next();
        return previous == null && next == null
                ? null
                : new Turns(
                        previous == null ? null : list.link(Map.of()),
                        previous == null ? null : list.link(Map.of(Seek.BEFORE, previous)),
                        next == null ? null : list.link(Map.of(Seek.AFTER, next)));
    }

    static List<PageLink> pages(ChangeList<?> list) throws BadLookupException {
        long last = list.pages();
        return last == 1 || list.showsAll() || list.seek() != null
                ? List.of()
                : PageLink.around(
                        list.page(), last, page -> list.link(Map.of(ChangeList.PAGE, page)));
    }
}
