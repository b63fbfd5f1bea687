package dev.quintet.forms;

import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How people type a date with a time, or a date alone.
final class Dates {

    private Dates() {}

    /// {@return what was typed in one of the field's formats; a date alone is its midnight}
    static @Nullable LocalDateTime typed(
            TimedField<?, ?> field, @Nullable Object raw, Refusals refused) {
        return field.typed(raw, DatePattern::parse, refused);
    }

    /// {@return the formats of a language for dates with times, then those for dates}
    static List<DatePattern> formats(Formats formats) {
        return java.util.stream.Stream.concat(
                        formats.dateTimeInputs().stream(), formats.dateInputs().stream())
                .distinct()
                .toList();
    }
}
