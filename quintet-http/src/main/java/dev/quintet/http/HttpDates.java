package dev.quintet.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates in headers: RFC 9110 writes one form and reads three.
final class HttpDates {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final String TIME = "(\\d{2}):(\\d{2}):(\\d{2})";
    private static final Pattern RFC1123 =
            Pattern.compile("^\\w{3}, (\\d{2}) (\\w{3}) (\\d{4}) " + TIME + " GMT$");
    private static final Pattern RFC850 =
            Pattern.compile("^\\w{6,9}, (\\d{2})-(\\w{3})-(\\d{2}) " + TIME + " GMT$");
    private static final Pattern ASCTIME =
            Pattern.compile("^\\w{3} (\\w{3}) ([ \\d]\\d) " + TIME + " (\\d{4})$");

    private HttpDates() {}

    static String format(Instant moment) {
        return FORM.format(moment);
    }

    /// {@return the moment, or `null` where `text` is no HTTP date}
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            Matcher m = RFC1123.matcher(text);
            if (m.find()) {
                return moment(m, m.group(3), m.group(2), m.group(1), 4);
            }
            m = RFC850.matcher(text);
            if (m.find()) {
                int now = Year.now(ZoneOffset.UTC).getValue();
                int year = now - now % 100 + Integer.parseInt(m.group(3));
                if (year - now > 50) {
                    year -= 100;
                }
                return moment(m, Integer.toString(year), m.group(2), m.group(1), 4);
            }
            m = ASCTIME.matcher(text);
            return m.find() ? moment(m, m.group(6), m.group(1), m.group(2), 3) : null;
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    private static @Nullable Instant moment(
            Matcher m, String year, String month, String day, int time) {
        int index = MONTHS.indexOf(month.toLowerCase(Locale.ROOT));
        if (index < 0) {
            return null;
        }
        return LocalDateTime.of(
                        Integer.parseInt(year),
                        index + 1,
                        Integer.parseInt(day.strip()),
                        Integer.parseInt(m.group(time)),
                        Integer.parseInt(m.group(time + 1)),
                        Integer.parseInt(m.group(time + 2)))
                .toInstant(ZoneOffset.UTC);
    }
}
