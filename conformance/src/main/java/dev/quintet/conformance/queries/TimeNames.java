package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.F;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parts of dates and times: `ExtractYear`, `TruncMonth` and their kin.
final class TimeNames {

    private static final Map<String, String> EXTRACTS =
            Map.ofEntries(
                    Map.entry("ExtractYear", "year"),
                    Map.entry("ExtractIsoYear", "iso_year"),
                    Map.entry("ExtractMonth", "month"),
                    Map.entry("ExtractDay", "day"),
                    Map.entry("ExtractWeek", "week"),
                    Map.entry("ExtractWeekDay", "week_day"),
                    Map.entry("ExtractIsoWeekDay", "iso_week_day"),
                    Map.entry("ExtractQuarter", "quarter"),
                    Map.entry("ExtractHour", "hour"),
                    Map.entry("ExtractMinute", "minute"),
                    Map.entry("ExtractSecond", "second"));

    private static final List<String> TRUNCS =
            List.of(
                    "Year", "Quarter", "Month", "Week", "Day", "Date", "Time", "Hour", "Minute",
                    "Second");

    private TimeNames() {}

    static void addTo(Map<String, @Nullable Object> names) {
        EXTRACTS.forEach((name, part) ->
                ExpressionNames.put(names, name, arguments -> extract(part, arguments)));
        for (String unit : TRUNCS) {
            String ours = unit.toLowerCase(java.util.Locale.ROOT);
            ExpressionNames.put(names, "Trunc" + unit, arguments -> trunc(ours, 1, arguments));
        }
        ExpressionNames.put(
                names,
                "Extract",
                arguments ->
                        extract(Values.text(arguments.get(1, "lookup_name", null)), arguments));
        ExpressionNames.put(
                names,
                "Trunc",
                arguments -> trunc(Values.text(arguments.get(1, "kind", null)), 2, arguments));
    }

    private static ExpressionValue extract(String part, Arguments arguments) {
        return ExpressionValue.of(
                F.extract(
                        part,
                        ExpressionValue.named(arguments.get(0)),
                        ExpressionNames.zone(arguments)));
    }

    /// @param type where the type stands among the arguments without a name
    private static ExpressionValue trunc(String unit, int type, Arguments arguments) {
        return ExpressionValue.of(
                F.trunc(
                        unit,
                        ExpressionValue.named(arguments.get(0)),
                        ExpressionNames.output(arguments.get(type, "output_field", null)),
                        ExpressionNames.zone(arguments)));
    }
}
