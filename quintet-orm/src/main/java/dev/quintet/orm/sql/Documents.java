package dev.quintet.orm.sql;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import org.jspecify.annotations.Nullable;

/// Values of documents, which databases give as JSON or as what they hold.
final class Documents {

    private Documents() {}

    /// {@return the value: a map, a list, text, a number, a truth, or `null`}
    static @Nullable Object read(Row row, int column) {
        Object plain = row.plain(column);
        if (plain instanceof Number || plain instanceof Boolean || plain == null) {
            return plain;
        }
        String text = row.text(column);
        if (text == null) {
            return null;
        }
        try {
            return Json.parse(text);
        } catch (JsonException bare) {
            // SQLite gives text of a document without its quotes.
            return text;
        }
    }
}
