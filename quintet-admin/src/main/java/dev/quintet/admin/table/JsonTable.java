package dev.quintet.admin.table;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list of objects as JSON, one on a line.
final class JsonTable {

    private JsonTable() {}

    static void write(
            OutputStream out,
            List<String> names,
            Stream<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        try (rows) {
            byte[] between = "[\n".getBytes(StandardCharsets.UTF_8);
            for (List<?> row : (Iterable<List<?>>) rows.<List<?>>map(it -> it)::iterator) {
                var object = new LinkedHashMap<String, @Nullable Object>();
                for (int i = 0; i < names.size(); i++) {
                    object.put(names.get(i), lossless(row.get(i)));
                }
                out.write(between);
                out.write(Json.bytes(object));
                between = ",\n".getBytes(StandardCharsets.UTF_8);
            }
            String end = between.length > 0 && between[0] == '[' ? "[]\n" : "\n]\n";
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Decimals are text: who reads JSON often reads its numbers as fractions of two.
    private static @Nullable Object lossless(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value;
    }

    /// The line of a row is its number: JSON has no lines that mean something.
    static List<TableRow> read(InputStream in, int most) throws IOException, TableException {
        Object parsed;
        try {
            parsed = Json.parse(in.readAllBytes());
        } catch (JsonException broken) {
            throw new TableException(
                    gettext("The file is no JSON: %s").formatted(broken.getMessage()), broken);
        }
        if (!(parsed instanceof List<?> list)) {
            throw new TableException(gettext("The file holds no list of objects."));
        }
        TableNames.refuseMore(list.size(), most);
        var rows = new ArrayList<TableRow>();
        for (Object each : list) {
            int number = rows.size() + 1;
            if (!(each instanceof Map<?, ?> object)) {
                throw new TableException(gettext("Row %s is no object.").formatted(number));
            }
            var values = new LinkedHashMap<String, String>();
            object.forEach((name, value) -> values.put(name.toString(), text(value)));
            rows.add(new TableRow(number, values));
        }
        return rows;
    }

    private static String text(@Nullable Object value) {
        return value == null
                ? ""
                : value instanceof Map || value instanceof List
                        ? Json.text(value)
                        : value.toString();
    }
}
