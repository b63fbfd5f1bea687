package records.catalog;

import java.time.Duration;
import java.util.Locale;

/// How long something plays, as sleeves write it: `3:05`, `1:12:40`.
///
/// @param length not negative
record PlayingTime(Duration length) {

    /// {@return the form that `<time datetime>` takes: `PT3M5S`}
    public String machine() {
        return Duration.ofSeconds(length.toSeconds()).toString();
    }

    @Override
    public String toString() {
        long hours = length.toHours();
        return hours > 0
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        hours,
                        length.toMinutesPart(),
                        length.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%d:%02d", length.toMinutesPart(), length.toSecondsPart());
    }
}
