package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.DateTimeInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.time.TimeZones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date with a time, as clocks on the wall show it. Use {@link InstantField} for a moment that is
/// the same for everybody. What comes with an offset is taken into the visitor's zone.
public final class DateTimeField extends TimedField<LocalDateTime, DateTimeField> {

    /// Makes a field for a date with a time.
    public DateTimeField() {}

    @Override
    protected Widget usualWidget() {
        return new DateTimeInput();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID)
                ? gettextNoop("Enter a valid date/time.")
                : super.usualMessage(code);
    }

    @Override
    List<DatePattern> usual(Formats formats) {
        return Dates.formats(formats);
    }

    @Override
    protected @Nullable LocalDateTime parse(@Nullable Object raw, Refusals refused) {
        if (raw == null || empty(raw)) {
            return null;
        }
        Temporal found = Moments.of(raw);
        return switch (found) {
            case LocalDateTime local -> local;
            case OffsetDateTime at -> at.atZoneSameInstant(TimeZones.active()).toLocalDateTime();
            case ZonedDateTime at -> at.withZoneSameInstant(TimeZones.active()).toLocalDateTime();
            case Instant at -> LocalDateTime.ofInstant(at, TimeZones.active());
            case null, default -> Dates.typed(this, raw, refused);
        };
    }
}
