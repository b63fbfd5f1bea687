package dev.quintet.kernel.headers;

import java.util.LinkedHashMap;
import java.util.Map;

/// The header `Cookie`, and the quoting of cookie values that Python's and Django's servers use.
public final class Cookies {

    /// Characters of a value that need no quotes.
    private static final String PLAIN = "!#$%&'*+-.^_`|~:";

    private Cookies() {}

    /// {@return the cookies of a header by their names, in their order; the last of a name wins}
    ///
    /// A cookie without `=` has the name `""`, as browsers see it.
    public static Map<String, String> parse(String header) {
        var cookies = new LinkedHashMap<String, String>();
        for (int at = 0; at <= header.length(); ) {
            int end = header.indexOf(';', at);
            end = end < 0 ? header.length() : end;
            String chunk = header.substring(at, end);
            int sign = chunk.indexOf('=');
            String name = sign < 0 ? "" : chunk.substring(0, sign).strip();
            String value = chunk.substring(sign + 1).strip();
            if (!name.isEmpty() || !value.isEmpty()) {
                cookies.put(name, unquote(value));
            }
            at = end + 1;
        }
        return cookies;
    }

    /// {@return a value fit for `Set-Cookie`: in quotes, with `\\073` and the like, where it needs
    /// them}
    public static String quote(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || PLAIN.indexOf(c) >= 0;
        }
        if (plain && !value.isEmpty()) {
            return value;
        }
        var out = new StringBuilder(value.length() + 16).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == ',' || c == ';' || c < ' ' || (c >= 127 && c <= 255)) {
                out.append('\\')
                        .append((char) ('0' + (c >> 6)))
                        .append((char) ('0' + ((c >> 3) & 7)))
                        .append((char) ('0' + (c & 7)));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /// {@return what a value in quotes means; a value without quotes is itself}
    public static String unquote(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        var out = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 >= value.length() - 1) {
                out.append(c);
            } else if (octal(value, i + 1)) {
                out.append((char) Integer.parseInt(value.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                out.append(value.charAt(++i));
            }
        }
        return out.toString();
    }

    private static boolean octal(String value, int at) {
        return at + 3 < value.length()
                && value.charAt(at) >= '0'
                && value.charAt(at) <= '3'
                && value.charAt(at + 1) >= '0'
                && value.charAt(at + 1) <= '7'
                && value.charAt(at + 2) >= '0'
                && value.charAt(at + 2) <= '7';
    }
}
