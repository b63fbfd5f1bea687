package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.Module;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.TimeTypes;
import dev.quintet.conformance.python.Values;
import dev.quintet.conformance.python.Zone;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.time.TimeZones;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Django's module `timezone`.
final class TimezoneValue {

    static final Module MODULE =
            new Module(
                    "timezone",
                    Map.of(
                            "override",
                            (Function) arguments -> new Within(zone(arguments.get(0))),
                            "now",
                            (Function) _ -> TimeTypes.NOW.atZone(ZoneOffset.UTC),
                            "utc",
                            new Zone(ZoneOffset.UTC),
                            "localtime",
                            (Function)
                                    arguments ->
                                            ((ZonedDateTime)
                                                            Objects.requireNonNull(
                                                                    arguments.get(0)))
                                                    .withZoneSameInstant(TimeZones.active()),
                            "make_aware",
                            (Function)
                                    arguments ->
                                            ((LocalDateTime)
                                                            Objects.requireNonNull(
                                                                    arguments.get(0)))
                                                    .atZone(
                                                            arguments.size() > 1
                                                                    ? zone(arguments.get(1))
                                                                    : TimeZones.active()),
                            "get_current_timezone",
                            (Function) _ -> new Zone(TimeZones.active())));

    private TimezoneValue() {}

    /// `with timezone.override(...)`.
    ///
    /// @param zone that holds within
    private record Within(ZoneId zone) implements PythonObject {

        @Override
        public void within(Consumer<@Nullable Object> body) {
            TimeZones.activate(Context.current(), zone).run(() -> body.accept(null));
        }
    }

    private static ZoneId zone(@Nullable Object value) {
        ZoneId zone = Conversion.zone(value);
        return zone != null ? zone : value == null ? ZoneOffset.UTC : ZoneId.of(Values.text(value));
    }
}
