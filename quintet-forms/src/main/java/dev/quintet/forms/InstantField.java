package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.DateTimeInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.kernel.validate.ValidationError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A moment, typed as the clock of the visitor's zone shows it. Django: `DateTimeField` where
/// `USE_TZ` is on.
public final class InstantField extends TimedField<Instant, InstantField> {

    /// Makes a field for a moment.
    public InstantField() {}

    @Override
    protected Widget usualWidget() {
        return new DateTimeInput();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return switch (code) {
            case INVALID -> gettextNoop("Enter a valid date/time.");
            case "ambiguous_timezone" ->
                    "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; it may"
                            + " be ambiguous or it may not exist.";
            default -> super.usualMessage(code);
        };
    }

    @Override
    List<DatePattern> usual(Formats formats) {
        return Dates.formats(formats);
    }

    @Override
    protected @Nullable Instant parse(@Nullable Object raw, Refusals refused) {
        if (raw == null || empty(raw)) {
            return null;
        }
        Temporal found = Moments.of(raw);
        LocalDateTime local =
                switch (found) {
                    case LocalDateTime both -> both;
                    case OffsetDateTime _, ZonedDateTime _, Instant _ -> null;
                    case null, default -> Dates.typed(this, raw, refused);
                };
        if (refused.any()) {
            return null;
        }
        return local == null
                ? Instant.from(java.util.Objects.requireNonNull(found))
                : inZone(local, refused);
    }

    private @Nullable Instant inZone(LocalDateTime local, Refusals refused) {
        ZoneId zone = TimeZones.active();
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            refused.add(
                    ValidationError.of(message("ambiguous_timezone"), "ambiguous_timezone")
                            .with("datetime", text(local))
                            .with("current_timezone", zone));
            return null;
        }
        return local.toInstant(offsets.getFirst());
    }
}
