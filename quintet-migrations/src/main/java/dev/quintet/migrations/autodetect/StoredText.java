package dev.quintet.migrations.autodetect;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.ColumnText;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;

/// Reads what somebody typed as the value of a field, as it is stored.
final class StoredText {

    private StoredText() {}

    /// @param name of the field, for the message
    static Object parse(String name, FieldState field, String text) {
        SqlType type = field.type().sql();
        boolean words = type instanceof SqlType.VarChar || type instanceof SqlType.Text;
        Object value = ColumnText.read(type, words ? text : text.strip());
        if (value == null) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E023",
                                    "'" + text + "' is no value for the field " + name + ".")
                            .because("It is a " + field.type().name() + ".")
                            .fixedBy(
                                    "Write numbers plainly, true or false, dates as 2026-11-25,"
                                            + " times as 2026-11-25T15:30:00Z, durations as PT1H."));
        }
        return value;
    }
}
