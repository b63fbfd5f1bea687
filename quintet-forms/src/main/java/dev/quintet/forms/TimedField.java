package dev.quintet.forms;

import dev.quintet.forms.widget.ValueText;
import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A field whose value is a date, a time, or both.
///
/// @param <V> type of the value
/// @param <F> the field's own class
public abstract sealed class TimedField<V, F extends TimedField<V, F>> extends FormField<V, F>
        permits DateField, DateTimeField, InstantField, TimeField {

    private @Nullable List<DatePattern> formats;

    TimedField() {}

    /// Sets the formats in which it is typed, in place of those of the visitor's language.
    ///
    /// @param patterns such as `%d.%m.%Y`; the first that fits is taken
    public final F inputFormats(String... patterns) {
        var all = new ArrayList<DatePattern>();
        for (String pattern : patterns) {
            all.add(new DatePattern(pattern));
        }
        this.formats = all;
        return self();
    }

    abstract List<DatePattern> usual(Formats formats);

    final <T> @Nullable T typed(
            @Nullable Object raw,
            BiFunction<DatePattern, String, @Nullable T> read,
            Refusals refused) {
        if (raw instanceof String typed) {
            String text = ValueText.strip(typed);
            for (DatePattern pattern : formats == null ? usual(Formats.active()) : formats) {
                T found = read.apply(pattern, text);
                if (found != null) {
                    return found;
                }
            }
        }
        refuse(refused, INVALID);
        return null;
    }
}
