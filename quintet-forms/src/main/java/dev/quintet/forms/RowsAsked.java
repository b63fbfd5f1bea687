package dev.quintet.forms;

import dev.quintet.forms.widget.FormData;

/// What a visitor asked of a set of forms by its buttons, before anything is checked: a row more,
/// or a row less.
///
/// @param data what was submitted, with that many rows
/// @param more whether a row was asked for
/// @param less whether a row was taken away
record RowsAsked(FormData data, boolean more, boolean less) {

    static final String ADD = "-ADD";
    static final String REMOVE = "REMOVE";

    /// {@return what was asked}
    ///
    /// @param prefix of the set
    /// @param most how many rows there may be
    /// @param removable whether rows that are not kept yet may be taken away
    static RowsAsked of(FormData submitted, String prefix, int most, boolean removable) {
        if (submitted.has(prefix + ADD)) {
            int rows = count(submitted, prefix, ManagementForm.TOTAL);
            return new RowsAsked(
                    total(submitted, prefix, Math.max(rows, Math.min(rows + 1, most))),
                    true,
                    false);
        }
        int gone = removable ? removed(submitted, prefix) : -1;
        if (gone < 0) {
            return new RowsAsked(submitted, false, false);
        }
        int rows = count(submitted, prefix, ManagementForm.TOTAL);
        FormData others = submitted.under(name -> without(name, prefix + "-", gone));
        return new RowsAsked(total(others, prefix, rows - 1), false, true);
    }

    /// The number of the row whose button was pressed; -1 for none, and for rows that were kept.
    private static int removed(FormData submitted, String prefix) {
        String start = prefix + "-";
        for (String name : submitted.names()) {
            int end = name.length() - REMOVE.length() - 1;
            if (end > start.length() && name.startsWith(start) && name.endsWith("-" + REMOVE)) {
                int row = number(name.substring(start.length(), end));
                boolean there = row < count(submitted, prefix, ManagementForm.TOTAL);
                if (there && row >= count(submitted, prefix, ManagementForm.INITIAL)) {
                    return row;
                }
            }
        }
        return -1;
    }

    /// The name under which a control was submitted, once the row `gone` is not counted.
    private static String without(String name, String start, int gone) {
        int end = name.startsWith(start) ? name.indexOf('-', start.length()) : -1;
        int row = end < 0 ? -1 : number(name.substring(start.length(), end));
        return row < gone ? name : start + (row + 1) + name.substring(end);
    }

    private static FormData total(FormData data, String prefix, int rows) {
        return data.with(prefix + "-" + ManagementForm.TOTAL, String.valueOf(rows));
    }

    private static int count(FormData data, String prefix, String name) {
        return Math.max(0, number(FormField.text(data.get(prefix + "-" + name))));
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
    }
}
