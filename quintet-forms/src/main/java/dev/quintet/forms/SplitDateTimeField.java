package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.SplitDateTimeWidget;
import dev.quintet.forms.widget.Widget;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date with a time, typed into two controls.
public final class SplitDateTimeField extends MultiValueField<LocalDateTime, SplitDateTimeField> {

    private final DateField date;
    private final TimeField time;

    /// Makes a field for a date with a time.
    public SplitDateTimeField() {
        this(new DateField(), new TimeField());
    }

    private SplitDateTimeField(DateField date, TimeField time) {
        super(List.of(date, time));
        this.date = date;
        this.time = time;
    }

    /// Sets the formats in which the date is typed.
    public SplitDateTimeField inputDateFormats(String... patterns) {
        date.inputFormats(patterns);
        return this;
    }

    /// Sets the formats in which the time is typed.
    public SplitDateTimeField inputTimeFormats(String... patterns) {
        time.inputFormats(patterns);
        return this;
    }

    @Override
    protected Widget usualWidget() {
        return new SplitDateTimeWidget();
    }

    @Override
    protected Widget hiddenWidget() {
        return SplitDateTimeWidget.hiddenOnes();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return switch (code) {
            case "invalid_date" -> gettextNoop("Enter a valid date.");
            case "invalid_time" -> gettextNoop("Enter a valid time.");
            default -> super.usualMessage(code);
        };
    }

    @Override
    protected @Nullable LocalDateTime compress(List<@Nullable Object> values, Refusals refused) {
        if (values.isEmpty()) {
            return null;
        }
        if (!(values.get(0) instanceof LocalDate day)) {
            refuse(refused, "invalid_date");
            return null;
        }
        if (!(values.get(1) instanceof LocalTime at)) {
            refuse(refused, "invalid_time");
            return null;
        }
        return day.atTime(at);
    }

    /// Sets what is said of each part that is no date or no time, as well as of the whole.
    public SplitDateTimeField messages(String invalidDate, String invalidTime) {
        date.message(INVALID, invalidDate);
        time.message(INVALID, invalidTime);
        return message("invalid_date", invalidDate).message("invalid_time", invalidTime);
    }
}
