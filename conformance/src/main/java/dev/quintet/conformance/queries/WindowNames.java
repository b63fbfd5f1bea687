package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.F;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Windows and their frames.
final class WindowNames {

    /// Which rows around a row belong to its window.
    ///
    /// @param range whether the bounds are values rather than numbers of rows
    record Frame(boolean range, @Nullable Integer start, @Nullable Integer end)
            implements PythonObject {}

    private WindowNames() {}

    static void addTo(Map<String, @Nullable Object> names) {
        ExpressionNames.put(names, "Window", WindowNames::made);
        ExpressionNames.put(names, "RowRange", arguments -> frame(false, arguments));
        ExpressionNames.put(names, "ValueRange", arguments -> frame(true, arguments));
    }

    private static Frame frame(boolean range, Arguments arguments) {
        return new Frame(
                range,
                bound(arguments.get(0, "start", null)),
                bound(arguments.get(1, "end", null)));
    }

    private static @Nullable Integer bound(@Nullable Object value) {
        return value == null ? null : (Integer) Math.toIntExact(Values.integer(value));
    }

    private static ExpressionValue made(Arguments arguments) {
        var window =
                F.window(ExpressionValue.from(arguments.get(0, "expression", null)).expression());
        Object partition = arguments.get(1, "partition_by", null);
        if (partition != null) {
            List<?> parts = partition instanceof List<?> list ? list : List.of(partition);
            window = window.partitionBy(parts.stream().map(ExpressionValue::named).toArray());
        }
        Object order = arguments.get(2, "order_by", null);
        if (order != null) {
            window = window.orderBy(AggregateNames.sorts(order));
        }
        if (arguments.get(3, "frame", null) instanceof Frame frame) {
            window =
                    frame.range()
                            ? window.range(frame.start(), frame.end())
                            : window.rows(frame.start(), frame.end());
        }
        return ExpressionNames.typed(window, arguments);
    }
}
