package dev.quintet.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes comma-separated values: RFC 4180.
final class Csv {

    private Csv() {}

    static void write(
            OutputStream out,
            List<String> header,
            Stream<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        try (rows) {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            if (!header.isEmpty()) {
                row(text, header);
            }
            rows.forEachOrdered(each -> {
                try {
                    row(text, each);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            text.flush();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static void row(Writer text, List<? extends @Nullable Object> values)
            throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.write(',');
            }
            Object value = values.get(i);
            if (value != null) {
                value(text, value);
            }
        }
        text.write("\r\n");
    }

    private static void value(Writer text, Object value) throws IOException {
        String plain = value.toString();
        boolean formula =
                !(value instanceof Number)
                        && !plain.isEmpty()
                        && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0;
        String safe = formula ? "'" + plain : plain;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        text.write(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
    }
}
