package dev.quintet.forms.widget;

import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.time.TimeZones;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A date in three lists to pull down: for a birthday, where a calendar would be far to turn back.
public final class SelectDateWidget extends Widget {

    private static final int LAST_YEAR = 9999;
    private static final List<String> PARTS_OF_DATE = List.of("year", "month", "day");
    private static final Pattern PARTS = Pattern.compile("(\\d{4}|0)-(\\d\\d?)-(\\d\\d?)");
    private static final List<String> MONTHS =
            List.of(
                    Gettext.gettextNoop("January"),
                    Gettext.gettextNoop("February"),
                    Gettext.gettextNoop("March"),
                    Gettext.gettextNoop("April"),
                    Gettext.gettextNoop("May"),
                    Gettext.gettextNoop("June"),
                    Gettext.gettextNoop("July"),
                    Gettext.gettextNoop("August"),
                    Gettext.gettextNoop("September"),
                    Gettext.gettextNoop("October"),
                    Gettext.gettextNoop("November"),
                    Gettext.gettextNoop("December"));

    private @Nullable List<Integer> years;
    private @Nullable Map<Integer, ? extends CharSequence> months;
    private List<? extends CharSequence> emptyLabels = List.of("---", "---", "---");
    private @Nullable List<? extends CharSequence> partLabels;

    /// Makes one of this year and the nine that follow.
    public SelectDateWidget() {}

    /// Sets the years to choose from.
    public SelectDateWidget years(List<Integer> years) {
        this.years = List.copyOf(years);
        return this;
    }

    /// Sets the years to choose from, first and last among them; downwards where the first is
    /// later.
    public SelectDateWidget years(int first, int last) {
        IntStream years =
                first <= last
                        ? IntStream.rangeClosed(first, last)
                        : IntStream.rangeClosed(0, first - last).map(back -> first - back);
        return years(years.boxed().toList());
    }

    /// Sets the months to choose from, by their numbers from 1.
    public SelectDateWidget months(Map<Integer, ? extends CharSequence> months) {
        this.months = new LinkedHashMap<>(months);
        return this;
    }

    /// Sets what is read for no year, no month and no day, where the date may be missing.
    public SelectDateWidget emptyLabels(CharSequence year, CharSequence month, CharSequence day) {
        this.emptyLabels = List.of(year, month, day);
        return this;
    }

    /// Sets what who does not see the lists hears of each; by default `Year`, `Month` and `Day`.
    public SelectDateWidget partLabels(CharSequence year, CharSequence month, CharSequence day) {
        this.partLabels = List.of(year, month, day);
        return this;
    }

    /// Leaves the lists the name of their group alone, as in Django.
    public SelectDateWidget withoutPartLabels() {
        this.partLabels = List.of();
        return this;
    }

    @Override
    public String template() {
        return "quintet/forms/widgets/multi.html";
    }

    @Override
    public boolean useFieldset() {
        return true;
    }

    /// {@return year, month and day by these names; empty where there is none}
    @Override
    public Object formatValue(@Nullable Object value) {
        var parts = new HashMap<String, Object>();
        if (value instanceof String text) {
            Matcher plain = PARTS.matcher(text);
            LocalDate typed =
                    plain.matches()
                            ? null
                            : Formats.active().dateInputs().getFirst().parseDate(text);
            if (typed != null) {
                value = typed;
            } else if (plain.matches()) {
                // A zero stands for what was not chosen.
                parts.put("year", orEmpty(plain.group(1)));
                parts.put("month", orEmpty(plain.group(2)));
                parts.put("day", orEmpty(plain.group(3)));
            }
        }
        if (value instanceof LocalDateTime both) {
            value = both.toLocalDate();
        }
        if (value instanceof LocalDate date) {
            parts.put("year", date.getYear());
            parts.put("month", date.getMonthValue());
            parts.put("day", date.getDayOfMonth());
        }
        return parts;
    }

    private static Object orEmpty(@Nullable String digits) {
        int number = digits == null ? 0 : Integer.parseInt(digits);
        return number == 0 ? "" : (Object) number;
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, value, more);
        Map<?, ?> parts = (Map<?, ?>) java.util.Objects.requireNonNull(widget.get("value"));
        Attrs attrs = (Attrs) java.util.Objects.requireNonNull(widget.get("attrs"));
        var controls = new ArrayList<Map<String, @Nullable Object>>();
        for (String part : order()) {
            String control = name + "_" + part;
            var select = new Select();
            select.require(required());
            select.choices(choices(part));
            Attrs own = attrs.copy().set("id", "id_" + control);
            if (namesParts()) {
                name(select, own, partLabel(part));
            }
            Object chosen = parts.get(part);
            controls.add(select.context(control, chosen == null ? "" : chosen, own));
        }
        widget.put("subwidgets", controls);
        return widget;
    }

    private CharSequence partLabel(String part) {
        if (partLabels != null) {
            return partLabels.isEmpty() ? "" : partLabels.get(PARTS_OF_DATE.indexOf(part));
        }
        return switch (part) {
            case "year" -> Gettext.gettext("Year");
            case "month" -> Gettext.gettext("Month");
            default -> Gettext.gettext("Day");
        };
    }

    private Choices<Integer> choices(String part) {
        var all = new ArrayList<Choice<Integer>>();
        if (!required()) {
            int which = PARTS_OF_DATE.indexOf(part);
            all.add(new Choice.One<>(null, "", emptyLabels.get(which)));
        }
        switch (part) {
            case "year" ->
                    (years == null ? nextYears() : years)
                            .forEach(year -> all.add(new Choice.One<>(year, year.toString())));
            case "month" -> {
                if (months != null) {
                    months.forEach((number, label) -> all.add(new Choice.One<>(number, label)));
                } else {
                    for (int i = 0; i < MONTHS.size(); i++) {
                        all.add(new Choice.One<>(i + 1, Gettext.gettext(MONTHS.get(i))));
                    }
                }
            }
            default ->
                    IntStream.rangeClosed(1, 31)
                            .forEach(day -> all.add(new Choice.One<>(day, String.valueOf(day))));
        }
        return Choices.ofAll(all);
    }

    private static List<Integer> nextYears() {
        int now = TimeZones.today().getYear();
        return IntStream.range(now, now + 10).boxed().toList();
    }

    /// The parts in the order in which the visitor's language writes a date.
    private static List<String> order() {
        var order = new ArrayList<String>();
        String letters = Formats.active().letters("DATE_FORMAT");
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == '\\') {
                i++;
                continue;
            }
            String part =
                    switch (letter) {
                        case 'Y', 'y' -> "year";
                        case 'b', 'E', 'F', 'M', 'm', 'n', 'N' -> "month";
                        case 'd', 'j' -> "day";
                        default -> "";
                    };
            if (!part.isEmpty() && !order.contains(part)) {
                order.add(part);
            }
        }
        return order.size() == 3 ? order : PARTS_OF_DATE;
    }

    @Override
    public String idForLabel(String id) {
        return id + "_" + order().getFirst();
    }

    /// {@return the date as its field reads it; parts that make no date as `2026-2-31`}
    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        Object year = data.get(name + "_year");
        Object month = data.get(name + "_month");
        Object day = data.get(name + "_day");
        if (year == null || month == null || day == null) {
            return data.get(name);
        }
        if ("".equals(year) && "".equals(month) && "".equals(day)) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(year), number(month), number(day));
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return Formats.active().dateInputs().getFirst().format(date);
            }
        } catch (ArithmeticException huge) {
            return "0-0-0";
        } catch (DateTimeException | NumberFormatException noDate) {
            // told below
        }
        return orZero(year) + "-" + orZero(month) + "-" + orZero(day);
    }

    private static int number(Object typed) {
        return new BigInteger(ValueText.strip(ValueText.of(typed))).intValueExact();
    }

    private static Object orZero(Object typed) {
        return "".equals(typed) ? "0" : typed;
    }

    @Override
    public boolean omittedFrom(FormData data, String name) {
        return !data.has(name + "_year") && !data.has(name + "_month") && !data.has(name + "_day");
    }
}
