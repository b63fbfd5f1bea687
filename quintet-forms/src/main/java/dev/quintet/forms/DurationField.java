package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.kernel.time.Durations;
import dev.quintet.kernel.validate.ValidationError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A length of time: `1:30:00`, `3 days`, `P1DT2H`, or seconds.
public final class DurationField extends FormField<Duration, DurationField> {

    private static final long MOST_DAYS = 999_999_999;

    /// Makes a field for a length of time.
    public DurationField() {}

    @Override
    protected @Nullable String usualMessage(String code) {
        return switch (code) {
            case INVALID -> gettextNoop("Enter a valid duration.");
            case "overflow" ->
                    gettextNoop(
                            "The number of days must be between %(min_days)s and %(max_days)s.");
            default -> super.usualMessage(code);
        };
    }

    @Override
    protected @Nullable Duration parse(@Nullable Object raw, Refusals refused) {
        if (raw instanceof Duration time) {
            return time;
        }
        if (raw == null || empty(raw)) {
            return null;
        }
        try {
            Duration found = Durations.parse(text(raw));
            if (found != null && Math.abs(found.toDays()) <= MOST_DAYS) {
                return found;
            }
            if (found == null) {
                refuse(refused, INVALID);
                return null;
            }
        } catch (ArithmeticException tooLong) {
            // refused below
        }
        refused.add(
                ValidationError.of(message("overflow"), "overflow")
                        .with("min_days", -MOST_DAYS)
                        .with("max_days", MOST_DAYS));
        return null;
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return value instanceof Duration time ? Durations.format(time) : value;
    }
}
