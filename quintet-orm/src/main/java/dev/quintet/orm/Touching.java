package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/// Gives fields the time of the moment, when their rows are written.
final class Touching {

    private Touching() {}

    /// @param fields which are written; a field that is not is left alone
    static <M extends Entity> void touch(
            ModelMapping<M> mapping, M object, boolean created, BitSet fields) {
        for (int number = 0; number < mapping.columns().size(); number++) {
            FieldState field = mapping.columns().get(number);
            boolean due =
                    switch (field.touch()) {
                        case NEVER -> false;
                        case ON_CREATE -> created;
                        case ON_SAVE -> fields.get(number);
                    };
            if (due) {
                mapping.assign(object, number, now(field.type().sql()));
            }
        }
    }

    /// Databases keep microseconds: what is in the object is what is in the row.
    private static Object now(SqlType type) {
        Context context = Context.find();
        Clock clock = context == null ? Clock.systemUTC() : context.clock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ZoneId zone = context == null ? ZoneOffset.UTC : TimeZones.in(context);
        return switch (type) {
            case SqlType.Date _ -> LocalDateTime.ofInstant(now, zone).toLocalDate();
            case SqlType.Time _ -> LocalDateTime.ofInstant(now, zone).toLocalTime();
            case SqlType.LocalTimestamp _ -> LocalDateTime.ofInstant(now, ZoneOffset.UTC);
            default -> now;
        };
    }
}
