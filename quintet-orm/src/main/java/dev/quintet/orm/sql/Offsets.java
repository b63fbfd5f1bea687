package dev.quintet.orm.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/// Time zones as SQL, for databases that have no tables of them: Java knows the rules, and writes
/// out when which offset held, from 1970 to 2050.
final class Offsets {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2050-01-01T00:00:00Z");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Offsets() {}

    /// {@return a time in UTC as the clocks of a zone showed it}
    static Fragment toLocal(Fragment utc, ZoneId zone) {
        return shifted(utc, zone, true);
    }

    /// {@return a time that the clocks of a zone showed as UTC; the earlier one, where they showed
    /// it twice}
    static Fragment toUtc(Fragment local, ZoneId zone) {
        return shifted(local, zone, false);
    }

    private static Fragment shifted(Fragment time, ZoneId zone, boolean toLocal) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        for (ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
                next != null && next.getInstant().isBefore(LAST);
                next = zone.getRules().nextTransition(next.getInstant())) {
            changes.add(next);
        }
        ZoneOffset first = zone.getRules().getOffset(FIRST);
        String sign = toLocal ? " + " : " - ";
        if (changes.isEmpty()) {
            return first.getTotalSeconds() == 0
                    ? time
                    : time.wrapped("(", sign + "INTERVAL " + first.getTotalSeconds() + " SECOND)");
        }
        // The newest first: most rows are young.
        var sql = new StringBuilder("({0}" + sign + "INTERVAL (CASE");
        for (ZoneOffsetTransition change : changes.reversed()) {
            sql.append(" WHEN {0} >= '")
                    .append(FORMAT.format(begin(change, toLocal)))
                    .append("' THEN ")
                    .append(change.getOffsetAfter().getTotalSeconds());
        }
        sql.append(" ELSE ").append(first.getTotalSeconds()).append(" END) SECOND)");
        return Fragment.fill(sql.toString(), time);
    }

    private static LocalDateTime begin(ZoneOffsetTransition change, boolean toLocal) {
        if (toLocal) {
            return LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC);
        }
        return change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
    }
}
