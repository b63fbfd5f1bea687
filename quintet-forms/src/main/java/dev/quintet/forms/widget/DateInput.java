package dev.quintet.forms.widget;

import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;

/// A date.
public final class DateInput extends TimedInput {

    /// Makes one that writes as the visitor's language does.
    public DateInput() {
        super(null);
    }

    /// Makes one that writes in a format.
    ///
    /// @param format such as `%d.%m.%Y`
    public DateInput(String format) {
        super(format);
    }

    /// {@return one that the browser has a picker for}
    public static DateInput picker() {
        var widget = new DateInput("%Y-%m-%d");
        widget.attr("type", "date");
        return widget;
    }

    @Override
    DatePattern usual() {
        return Formats.active().dateInputs().getFirst();
    }
}
