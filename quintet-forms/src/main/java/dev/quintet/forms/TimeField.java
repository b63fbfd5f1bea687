package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.TimeInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A time of day.
public final class TimeField extends TimedField<LocalTime, TimeField> {

    /// Makes a field for a time.
    public TimeField() {}

    @Override
    protected Widget usualWidget() {
        return new TimeInput();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID) ? gettextNoop("Enter a valid time.") : super.usualMessage(code);
    }

    @Override
    List<DatePattern> usual(Formats formats) {
        return formats.timeInputs();
    }

    @Override
    protected @Nullable LocalTime parse(@Nullable Object raw, Refusals refused) {
        return switch (raw) {
            case LocalTime time -> time;
            case null -> null;
            default -> empty(raw) ? null : typed(raw, DatePattern::parseTime, refused);
        };
    }
}
