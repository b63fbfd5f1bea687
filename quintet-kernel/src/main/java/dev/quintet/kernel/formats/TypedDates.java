package dev.quintet.kernel.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The patterns in which the readers of a language type dates and times, the usual ones first.
///
/// @param dates of days
/// @param times of the clock
/// @param both of a day with a time
record TypedDates(List<DatePattern> dates, List<DatePattern> times, List<DatePattern> both) {

    private static final String ISO = "%Y-%m-%d";
    private static final List<String> TIMES = List.of("%H:%M:%S", "%H:%M:%S.%f", "%H:%M");

    /// Django's own, in which ISO 8601 is the usual one.
    static final TypedDates ENGLISH =
            new TypedDates(
                    patterns(
                            Stream.of(
                                    ISO,
                                    "%m/%d/%Y",
                                    "%m/%d/%y",
                                    "%b %d %Y",
                                    "%b %d, %Y",
                                    "%d %b %Y",
                                    "%d %b, %Y",
                                    "%B %d %Y",
                                    "%B %d, %Y",
                                    "%d %B %Y",
                                    "%d %B, %Y")),
                    patterns(TIMES.stream()),
                    patterns(
                            Stream.concat(
                                    timed(Stream.of(ISO, "%m/%d/%Y", "%m/%d/%y"), TIMES),
                                    Stream.of(ISO))));

    /// {@return the patterns of a language}
    ///
    /// @param date as its short dates are written, in C's letters
    /// @param time as its times are written, in CLDR's letters
    static TypedDates of(String date, String time) {
        var dates = new ArrayList<String>();
        dates.add(date);
        String tight = date.replace(" ", "");
        dates.add(tight);
        String open = tight.endsWith(".") ? tight.substring(0, tight.length() - 1) : tight;
        if (open.length() == ISO.length()) {
            for (String divider : List.of(open.substring(2, 3), ".", "/", "-")) {
                dates.add(
                        open.substring(0, 2)
                                + divider
                                + open.substring(3, 5)
                                + divider
                                + open.substring(6));
            }
        }
        List<String> all =
                Stream.concat(
                                dates.stream(),
                                Stream.concat(
                                        Stream.of(ISO),
                                        dates.stream().map(d -> d.replace("%Y", "%y"))))
                        .toList();
        List<String> times =
                time.contains("H.m")
                        ? Stream.concat(
                                        TIMES.stream().map(t -> t.replace(':', '.')),
                                        TIMES.stream())
                                .toList()
                        : TIMES;
        return new TypedDates(
                patterns(all.stream()),
                patterns(times.stream()),
                patterns(Stream.concat(timed(all.stream(), times), Stream.of(ISO))));
    }

    private static Stream<String> timed(Stream<String> dates, List<String> times) {
        return dates.flatMap(date -> times.stream().map(time -> date + " " + time));
    }

    static List<DatePattern> patterns(Stream<String> patterns) {
        return patterns.distinct().map(DatePattern::new).toList();
    }
}
