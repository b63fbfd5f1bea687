package dev.quintet.forms.widget;

import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.time.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date with a time in two controls; or hidden, as Django's `SplitHiddenDateTimeWidget`.
public final class SplitDateTimeWidget extends MultiWidget {

    private final TimedInput date;
    private final TimedInput time;

    /// Makes one that writes as the visitor's language does.
    public SplitDateTimeWidget() {
        this(new DateInput(), new TimeInput());
    }

    /// Makes one of these two.
    public SplitDateTimeWidget(DateInput date, TimeInput time) {
        super(List.of(date, time));
        this.date = date;
        this.time = time;
    }

    /// {@return one that visitors do not see}
    public static SplitDateTimeWidget hiddenOnes() {
        var widget = new SplitDateTimeWidget();
        widget.date.attr("type", "hidden");
        widget.time.attr("type", "hidden");
        return widget;
    }

    /// Sets formats such as `%d.%m.%Y` and `%H:%M`.
    public SplitDateTimeWidget formats(String dateFormat, String timeFormat) {
        date.format(dateFormat);
        time.format(timeFormat);
        return this;
    }

    /// {@return the control of the date}
    public Widget date() {
        return date;
    }

    /// {@return the control of the time}
    public Widget time() {
        return time;
    }

    @Override
    protected List<? extends CharSequence> usualPartLabels() {
        return List.of(Gettext.gettext("Date"), Gettext.gettext("Time"));
    }

    @Override
    public boolean supportsMicroseconds() {
        return false;
    }

    @Override
    protected List<@Nullable Object> decompress(@Nullable Object value) {
        LocalDateTime both =
                switch (value) {
                    case LocalDateTime local -> local;
                    case Instant at -> LocalDateTime.ofInstant(at, TimeZones.active());
                    case ZonedDateTime at ->
                            at.withZoneSameInstant(TimeZones.active()).toLocalDateTime();
                    case LocalDate day -> day.atStartOfDay();
                    case null, default -> null;
                };
        return both == null
                ? Arrays.asList(null, null)
                : Arrays.asList(both.toLocalDate(), both.toLocalTime());
    }
}
