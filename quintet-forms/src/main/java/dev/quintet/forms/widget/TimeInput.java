package dev.quintet.forms.widget;

import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;

/// A time of day.
public final class TimeInput extends TimedInput {

    /// Makes one that writes as the visitor's language does.
    public TimeInput() {
        super(null);
    }

    /// Makes one that writes in a format.
    ///
    /// @param format such as `%d.%m.%Y`
    public TimeInput(String format) {
        super(format);
    }

    /// {@return one that the browser has a picker for}
    public static TimeInput picker() {
        var widget = new TimeInput("%H:%M");
        widget.attr("type", "time");
        return widget;
    }

    @Override
    DatePattern usual() {
        return Formats.active().timeInputs().getFirst();
    }
}
