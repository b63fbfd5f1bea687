package dev.quintet.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A header's value and its parameters: `form-data; name="a"`. Django: `parse_header_parameters`.
///
/// @param value what stands before the first semicolon, in lower case
/// @param parameters by their names in lower case
record HeaderParameters(String value, Map<String, String> parameters) {

    static HeaderParameters parse(String header) {
        int at = end(header, 0);
        String value = header.substring(0, at).strip().toLowerCase(Locale.ROOT);
        var parameters = new LinkedHashMap<String, String>();
        while (at < header.length()) {
            int start = at + 1;
            at = end(header, start);
            String part = header.substring(start, at);
            int equals = part.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String text = part.substring(equals + 1).strip();
            String plain = name;
            Charset charset = null;
            if (name.endsWith("*")) {
                plain = name.substring(0, name.length() - 1);
                int first = text.indexOf('\'');
                int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
                if (second > 0 && text.indexOf('\'', second + 1) < 0) {
                    charset = charset(text.substring(0, first));
                    text = text.substring(second + 1);
                }
            }
            if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
                text = text.substring(1, text.length() - 1);
                text = text.replace("\\\\", "\\").replace("\\\"", "\"");
            }
            if (charset != null) {
                text = PercentCoding.unquote(text, false, charset);
            }
            parameters.put(plain, text);
        }
        return new HeaderParameters(value, parameters);
    }

    @Nullable String get(String name) {
        return parameters.get(name);
    }

    /// {@return where the part that begins at `from` ends: at a semicolon outside of quotes}
    private static int end(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
