package dev.quintet.kernel.headers;

import dev.quintet.kernel.text.PercentCoding;
import dev.quintet.kernel.text.Uris;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A header such as `form-data; name="file"; filename="a.txt"`.
///
/// @param value what stands before the first `;`, in lower case
/// @param parameters by their names in lower case, in their order, without quotes
public record HeaderParameters(String value, Map<String, String> parameters) {

    /// Keeps a copy of the parameters.
    public HeaderParameters {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// {@return the header in parts; `name*=UTF-8''...` is decoded (RFC 8187)}
    public static HeaderParameters parse(String header) {
        var parameters = new LinkedHashMap<String, String>();
        int end = partEnd(header, 0);
        String value = header.substring(0, end).strip().toLowerCase(Locale.ROOT);
        while (end < header.length()) {
            int start = end + 1;
            end = partEnd(header, start);
            String part = header.substring(start, end).strip();
            int sign = part.indexOf('=');
            if (sign >= 0) {
                put(part, sign, parameters);
            }
        }
        return new HeaderParameters(value, parameters);
    }

    private static void put(String part, int sign, Map<String, String> into) {
        String name = part.substring(0, sign).strip().toLowerCase(Locale.ROOT);
        String value = part.substring(sign + 1).strip();
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            value = value.substring(1, value.length() - 1);
            value = value.replace("\\\\", "\\").replace("\\\"", "\"");
        }
        if (name.endsWith("*")) {
            name = name.substring(0, name.length() - 1);
            if (part.chars().filter(c -> c == '\'').count() == 2) {
                value = decoded(value);
            }
        }
        into.put(name, value);
    }

    private static String decoded(String value) {
        int first = value.indexOf('\'');
        int second = value.indexOf('\'', first + 1);
        if (first < 0 || second < 0) {
            return value;
        }
        Charset charset;
        try {
            charset = Charset.forName(value.substring(0, first));
        } catch (IllegalArgumentException unknown) {
            charset = StandardCharsets.UTF_8;
        }
        return PercentCoding.unquote(value.substring(second + 1), charset);
    }

    /// Where the part that begins at `from` ends: at a `;` outside of quotes.
    private static int partEnd(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"' && (i == from || header.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    /// {@return the value of `Content-Disposition` for a file, or `""` when none is needed}
    ///
    /// A name that is not plain ASCII is written as `filename*` (RFC 6266).
    ///
    /// @param attachment whether the browser shall save the file rather than show it
    /// @param fileName its name, or `""`
    public static String contentDisposition(boolean attachment, String fileName) {
        if (fileName.isEmpty()) {
            return attachment ? "attachment" : "";
        }
        boolean plain = fileName.chars().allMatch(c -> c >= ' ' && c < 127);
        String name =
                plain
                        ? "filename=\""
                                + fileName.replace("\\", "\\\\").replace("\"", "\\\"")
                                + "\""
                        : "filename*=utf-8''" + Uris.quote(fileName, "/");
        return (attachment ? "attachment; " : "inline; ") + name;
    }
}
