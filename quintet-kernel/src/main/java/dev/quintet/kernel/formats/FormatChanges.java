package dev.quintet.kernel.formats;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.NumberStyle;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Some formats of a language by Django's names, as a site says them.
///
/// @param values text by name
/// @param place where they stand, for messages
record FormatChanges(Map<String, String> values, String place) {

    private static final Set<String> LETTERS =
            Set.of(
                    "DATE_FORMAT",
                    "TIME_FORMAT",
                    "DATETIME_FORMAT",
                    "YEAR_MONTH_FORMAT",
                    "MONTH_DAY_FORMAT",
                    "SHORT_DATE_FORMAT",
                    "SHORT_DATETIME_FORMAT");
    private static final Set<String> OTHERS =
            Set.of(
                    "DECIMAL_SEPARATOR",
                    "THOUSAND_SEPARATOR",
                    "NUMBER_GROUPING",
                    "FIRST_DAY_OF_WEEK",
                    "DATE_INPUT_FORMATS",
                    "TIME_INPUT_FORMATS",
                    "DATETIME_INPUT_FORMATS");

    /// Refuses names that are none.
    FormatChanges {
        values = Map.copyOf(values);
        for (String name : values.keySet()) {
            if (!LETTERS.contains(name) && !OTHERS.contains(name)) {
                var known = new TreeSet<>(LETTERS);
                known.addAll(OTHERS);
                String meant = Nearest.question(name, known);
                throw new FormatsException(
                        Problem.of("kernel.E077", "'" + name + "' is no format.")
                                .because("It stands in " + place + ".")
                                .fixedBy(
                                        meant != null
                                                ? meant
                                                : "Use one of: " + String.join(", ", known) + "."));
            }
        }
    }

    Map<String, String> letters() {
        var letters = new TreeMap<>(values);
        letters.keySet().retainAll(LETTERS);
        return letters;
    }

    NumberStyle numbers(NumberStyle before) {
        List<Integer> groups =
                values.containsKey("NUMBER_GROUPING")
                        ? parts("NUMBER_GROUPING", "[|,\\s]+").stream()
                                .map(part -> number("NUMBER_GROUPING", part, 20))
                                .toList()
                        : before.groups();
        return new NumberStyle(
                values.getOrDefault("DECIMAL_SEPARATOR", before.decimalSeparator()),
                before.decimals(),
                values.getOrDefault("THOUSAND_SEPARATOR", before.groupSeparator()),
                groups);
    }

    DayOfWeek firstDayOfWeek(DayOfWeek before) {
        String day = values.get("FIRST_DAY_OF_WEEK");
        return day == null
                ? before
                : DayOfWeek.SUNDAY.plus(number("FIRST_DAY_OF_WEEK", day.strip(), 6));
    }

    TypedDates dates(TypedDates before) {
        return new TypedDates(
                patterns("DATE_INPUT_FORMATS", before.dates()),
                patterns("TIME_INPUT_FORMATS", before.times()),
                patterns("DATETIME_INPUT_FORMATS", before.both()));
    }

    private List<DatePattern> patterns(String name, List<DatePattern> before) {
        if (!values.containsKey(name)) {
            return before;
        }
        try {
            return TypedDates.patterns(parts(name, "\\|").stream());
        } catch (IllegalArgumentException unknownLetter) {
            throw wrong(name, unknownLetter.getMessage() + ".");
        }
    }

    private List<String> parts(String name, String divider) {
        List<String> parts =
                Arrays.stream(values.getOrDefault(name, "").split(divider, -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
        if (parts.isEmpty()) {
            throw wrong(name, "It is empty.");
        }
        return parts;
    }

    private int number(String name, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw wrong(name, "'" + text + "' is no number from 0 to " + most + ".");
    }

    private FormatsException wrong(String name, String cause) {
        return new FormatsException(
                Problem.of("kernel.E078", "The format " + name + " in " + place + " is wrong.")
                        .because(cause)
                        .fixedBy("Write it as Formats.byName() shows it, lists divided by '|'."));
    }
}
