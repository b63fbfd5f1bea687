package dev.quintet.conformance;

import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.formats.Humanize;
import dev.quintet.kernel.i18n.Language;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Formats of English, and `humanize`; what is no number stays as it is, which is the filter's
/// affair.
final class UtilsFormatsPart implements Part {

    private static final Set<String> FUNCTIONS =
            Set.of(
                    "formats.date_format",
                    "formats.time_format",
                    "formats.localize_input",
                    "formats.sanitize_separators",
                    "humanize.apnumber",
                    "humanize.intcomma",
                    "humanize.intword",
                    "humanize.ordinal");

    @Override
    public boolean covers(Case recorded) {
        return FUNCTIONS.contains(recorded.area());
    }

    @Override
    public Outcome run(Case c) {
        List<Object> args = Tagged.STANDARD.list(c.raw("args"));
        Object got = call(c, args);
        Object expected = UtilsTextPart.plain(c.value("result"));
        return Outcome.compare(
                expected == null ? null : String.valueOf(expected),
                got == null ? null : String.valueOf(got));
    }

    private static @Nullable Object call(Case c, List<Object> args) {
        Object first = args.getFirst();
        Formats english = Formats.of(Language.ENGLISH);
        return switch (c.area()) {
            case "formats.date_format" ->
                    english.date(
                            (Temporal) first,
                            args.size() > 1 ? args.get(1).toString() : "DATE_FORMAT");
            case "formats.time_format" ->
                    english.date(LocalTime.from((Temporal) first), "TIME_FORMAT");
            case "formats.localize_input" -> english.input(first);
            case "formats.sanitize_separators" -> english.sanitize(first.toString());
            case "humanize.intcomma" ->
                    first instanceof Number number
                            ? Humanize.intComma(number)
                            : Humanize.intComma(String.valueOf(first));
            default -> whole(c, first);
        };
    }

    private static @Nullable Object whole(Case c, @Nullable Object value) {
        BigInteger number;
        try {
            number = new BigDecimal(String.valueOf(value)).toBigInteger();
        } catch (NumberFormatException notOne) {
            return value;
        }
        return switch (c.area()) {
            case "humanize.intword" -> Humanize.intWord(number);
            case "humanize.apnumber" -> Humanize.apNumber(number.longValueExact());
            default -> Humanize.ordinal(number.longValueExact());
        };
    }
}
