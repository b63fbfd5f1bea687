package dev.quintet.forms.widget;

import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;

/// A date with a time.
public final class DateTimeInput extends TimedInput {

    /// Makes one that writes as the visitor's language does.
    public DateTimeInput() {
        super(null);
    }

    /// Makes one that writes in a format.
    ///
    /// @param format such as `%d.%m.%Y`
    public DateTimeInput(String format) {
        super(format);
    }

    /// {@return one that the browser has a picker for}
    public static DateTimeInput picker() {
        var widget = new DateTimeInput("%Y-%m-%dT%H:%M");
        widget.attr("type", "datetime-local");
        return widget;
    }

    @Override
    DatePattern usual() {
        return Formats.active().dateTimeInputs().getFirst();
    }
}
