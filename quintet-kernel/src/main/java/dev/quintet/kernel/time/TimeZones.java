package dev.quintet.kernel.time;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.settings.KernelSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/// The time zone that a visitor sees times in.
///
/// Moments are kept as {@link Instant} and shown in the active zone; dates without a zone are
/// different types, so the two cannot be mixed.
public final class TimeZones {

    /// Where a visitor's zone is held.
    public static final ContextKey<ZoneId> KEY = ContextKey.named("timeZone");

    private TimeZones() {}

    /// {@return the zone of the running code: its visitor's, else the setting `TIME_ZONE`, else
    /// UTC}
    public static ZoneId active() {
        Context context = Context.find();
        return context == null ? ZoneOffset.UTC : in(context);
    }

    /// {@return the zone of a context}
    public static ZoneId in(Context context) {
        return context.getOr(
                KEY,
                () ->
                        context.find(Context.SETTINGS)
                                .map(settings -> settings.get(KernelSettings.TIME_ZONE))
                                .orElse(ZoneOffset.UTC));
    }

    /// {@return `context` with `zone` active in it}
    public static Context activate(Context context, ZoneId zone) {
        return context.with(KEY, zone);
    }

    /// {@return the moment now, by the clock of the running code}
    public static Instant now() {
        return clock().instant();
    }

    /// {@return the date now in the active zone}
    public static LocalDate today() {
        return LocalDate.ofInstant(now(), active());
    }

    /// {@return a moment in the active zone; what has no zone is returned as it is}
    public static Temporal local(Temporal time) {
        return switch (time) {
            case Instant instant -> instant.atZone(active());
            case ZonedDateTime zoned -> zoned.withZoneSameInstant(active());
            case OffsetDateTime offset -> offset.atZoneSameInstant(active());
            default -> time;
        };
    }

    private static Clock clock() {
        Context context = Context.find();
        return context == null ? Clock.systemUTC() : context.getOr(Context.CLOCK, Clock::systemUTC);
    }
}
