package dev.quintet.kernel.formats;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextNoop;
import static dev.quintet.kernel.i18n.Gettext.ngettext;
import static dev.quintet.kernel.i18n.Gettext.pgettext;

import dev.quintet.kernel.i18n.Placeholders;
import dev.quintet.kernel.text.NumberStyle;
import dev.quintet.kernel.text.Numbers;
import dev.quintet.kernel.time.TimeSince;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;

/// Numbers and dates as people say them, in the active language. Django: `humanize`.
public final class Humanize {

    private static final List<String> DIGITS =
            List.of(
                    gettextNoop("one"),
                    gettextNoop("two"),
                    gettextNoop("three"),
                    gettextNoop("four"),
                    gettextNoop("five"),
                    gettextNoop("six"),
                    gettextNoop("seven"),
                    gettextNoop("eight"),
                    gettextNoop("nine"));
    private static final int GOOGOL = 100;

    private Humanize() {}

    /// {@return `1st`, `2nd`, `3rd`; a negative number stays as it is}
    public static String ordinal(long number) {
        if (number < 0) {
            return String.valueOf(number);
        }
        int two = (int) (number % 100);
        int last = two % 10;
        String pattern;
        if (two >= 11 && two <= 13) {
            pattern = pgettext("ordinal 11, 12, 13", "{}th");
        } else {
            pattern =
                    switch (last) {
                        case 0 -> pgettext("ordinal 0", "{}th");
                        case 1 -> pgettext("ordinal 1", "{}st");
                        case 2 -> pgettext("ordinal 2", "{}nd");
                        case 3 -> pgettext("ordinal 3", "{}rd");
                        case 4 -> pgettext("ordinal 4", "{}th");
                        case 5 -> pgettext("ordinal 5", "{}th");
                        case 6 -> pgettext("ordinal 6", "{}th");
                        case 7 -> pgettext("ordinal 7", "{}th");
                        case 8 -> pgettext("ordinal 8", "{}th");
                        default -> pgettext("ordinal 9", "{}th");
                    };
        }
        return pattern.replace("{}", String.valueOf(number));
    }

    /// {@return a number with its digits in groups: `1,234,567`}
    public static String intComma(Number number) {
        return Formats.active().number(number);
    }

    /// {@return text that begins with a number, with commas between groups of three of its digits}
    public static String intComma(String text) {
        int end = text.startsWith("-") ? 1 : 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return Numbers.format(text.substring(0, end), NumberStyle.GROUPED) + text.substring(end);
    }

    /// {@return a number of a million or more in words, such as `1.2 million`; others as they are}
    public static String intWord(BigInteger number) {
        BigInteger size = number.abs();
        if (size.compareTo(BigInteger.TEN.pow(6)) < 0) {
            return number.toString();
        }
        for (int exponent = 6; exponent <= 36; exponent += 3) {
            int power = exponent == 36 ? GOOGOL : exponent;
            if (size.compareTo(BigInteger.TEN.pow(power + 3)) < 0) {
                var scaled = new BigDecimal(number).movePointLeft(power);
                BigDecimal shown = scaled.setScale(1, RoundingMode.HALF_UP);
                String value = Numbers.format(shown, Formats.active().numbers().ungrouped());
                long count = shown.abs().setScale(0, RoundingMode.UP).longValue();
                return Placeholders.fill(word(power, count), Map.of("value", value));
            }
        }
        return number.toString();
    }

    private static String word(int power, long count) {
        return switch (power) {
            case 6 -> ngettext("%(value)s million", "%(value)s million", count);
            case 9 -> ngettext("%(value)s billion", "%(value)s billion", count);
            case 12 -> ngettext("%(value)s trillion", "%(value)s trillion", count);
            case 15 -> ngettext("%(value)s quadrillion", "%(value)s quadrillion", count);
            case 18 -> ngettext("%(value)s quintillion", "%(value)s quintillion", count);
            case 21 -> ngettext("%(value)s sextillion", "%(value)s sextillion", count);
            case 24 -> ngettext("%(value)s septillion", "%(value)s septillion", count);
            case 27 -> ngettext("%(value)s octillion", "%(value)s octillion", count);
            case 30 -> ngettext("%(value)s nonillion", "%(value)s nonillion", count);
            case 33 -> ngettext("%(value)s decillion", "%(value)s decillion", count);
            default -> ngettext("%(value)s googol", "%(value)s googol", count);
        };
    }

    /// {@return 1 to 9 as a word, others in digits: the style of the Associated Press}
    public static String apNumber(long number) {
        return number < 1 || number > 9
                ? String.valueOf(number)
                : gettext(DIGITS.get((int) number - 1));
    }

    /// {@return `today`, `tomorrow`, `yesterday`, or the date in a format}
    ///
    /// @param today the reader's own day, as {@link dev.quintet.kernel.time.TimeZones#today} tells
    ///   it
    /// @param nameOrLetters as {@link Formats#letters} takes them
    public static String naturalDay(LocalDate date, LocalDate today, String nameOrLetters) {
        long days = today.until(date, ChronoUnit.DAYS);
        if (days < -1 || days > 1) {
            return Formats.active().date(date, nameOrLetters);
        }
        return days == 0 ? gettext("today") : days > 0 ? gettext("tomorrow") : gettext("yesterday");
    }

    /// {@return how long ago a time was, or will be: `3 minutes ago`, `now`, `2 days from now`}
    ///
    /// @param now of the same kind as `time`
    public static String naturalTime(Temporal time, Temporal now) {
        Duration passed = Duration.between(time, now);
        boolean past = !passed.isNegative() && !passed.isZero();
        Duration size = passed.abs();
        if (size.toDays() != 0) {
            String delta =
                    past
                            ? TimeSince.since(time, now, 2, "naturaltime-past")
                            : TimeSince.until(time, now, 2, "naturaltime-future");
            return Placeholders.fill(
                    past ? gettext("%(delta)s ago") : gettext("%(delta)s from now"),
                    Map.of("delta", delta));
        }
        long seconds = size.toSeconds();
        if (seconds == 0) {
            return gettext("now");
        }
        if (seconds < 60) {
            return counted(
                    past
                            ? ngettext("a second ago", "%(count)s\u00a0seconds ago", seconds)
                            : ngettext(
                                    "a second from now",
                                    "%(count)s\u00a0seconds from now",
                                    seconds),
                    seconds);
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return counted(
                    past
                            ? ngettext("a minute ago", "%(count)s\u00a0minutes ago", minutes)
                            : ngettext(
                                    "a minute from now",
                                    "%(count)s\u00a0minutes from now",
                                    minutes),
                    minutes);
        }
        long hours = minutes / 60;
        return counted(
                past
                        ? ngettext("an hour ago", "%(count)s\u00a0hours ago", hours)
                        : ngettext("an hour from now", "%(count)s\u00a0hours from now", hours),
                hours);
    }

    private static String counted(String text, long count) {
        return Placeholders.fill(text, Map.of("count", count));
    }
}
