package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.DateInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date.
public final class DateField extends TimedField<LocalDate, DateField> {

    /// Makes a field for a date.
    public DateField() {}

    @Override
    protected Widget usualWidget() {
        return new DateInput();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID) ? gettextNoop("Enter a valid date.") : super.usualMessage(code);
    }

    @Override
    List<DatePattern> usual(Formats formats) {
        return formats.dateInputs();
    }

    @Override
    protected @Nullable LocalDate parse(@Nullable Object raw, Refusals refused) {
        return switch (raw) {
            case LocalDate date -> date;
            case LocalDateTime both -> both.toLocalDate();
            case null -> null;
            default -> empty(raw) ? null : typed(raw, DatePattern::parseDate, refused);
        };
    }
}
