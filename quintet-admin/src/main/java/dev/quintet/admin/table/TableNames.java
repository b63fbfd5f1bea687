package dev.quintet.admin.table;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.formats.Formats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What holds for tables of any format.
final class TableNames {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TableNames() {}

    /// {@return the names of the columns, without what spreadsheets put before the first}
    ///
    /// @throws TableException when one is empty or stands there twice
    static List<String> of(List<String> line) throws TableException {
        var names = new ArrayList<String>();
        for (String name : line) {
            boolean marked = names.isEmpty() && name.indexOf(BYTE_ORDER_MARK) == 0;
            names.add((marked ? name.substring(1) : name).strip());
        }
        var seen = new HashSet<String>();
        for (String name : names) {
            if (name.isEmpty()) {
                throw new TableException(
                        gettext("A column has no name; the first line names the fields."));
            }
            if (!seen.add(name)) {
                throw new TableException(
                        gettext("The column '%s' is there twice.").formatted(name));
            }
        }
        return names;
    }

    static void refuseMore(int rows, int most) throws TableException {
        if (rows > most) {
            throw new TableException(
                    gettext("The file has more than %s rows: import it in parts.")
                            .formatted(Formats.active().number(most)));
        }
    }
}
