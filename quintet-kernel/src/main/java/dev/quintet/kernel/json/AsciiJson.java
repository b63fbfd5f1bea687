package dev.quintet.kernel.json;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON as Python's `json.dumps` does by default, less its spaces.
final class AsciiJson {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    String write(@Nullable Object value) {
        append(value);
        return out.toString();
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case CharSequence text -> string(text);
            case Boolean truth -> out.append(truth.booleanValue());
            case Double number -> fraction(number);
            case Float number -> fraction(Double.parseDouble(number.toString()));
            case Integer _, Long _, Short _, Byte _, java.math.BigInteger _ -> out.append(value);
            case Map<?, ?> map -> object(map);
            case Iterable<?> values -> array(values);
            default -> append(plain(value));
        }
    }

    /// Everything else as Json.text has it, in plain types: a record becomes a map, a date its
    /// text.
    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        Object plain = Json.parse(Json.text(value));
        return plain == null ? "" : plain;
    }

    private void object(Map<?, ?> map) {
        enter(map);
        out.append('{');
        String comma = "";
        for (var entry : map.entrySet()) {
            out.append(comma);
            string(String.valueOf(entry.getKey()));
            out.append(':');
            append(entry.getValue());
            comma = ",";
        }
        out.append('}');
        depth--;
    }

    private void array(Iterable<?> values) {
        enter(values);
        out.append('[');
        String comma = "";
        for (Object value : values) {
            out.append(comma);
            append(value);
            comma = ",";
        }
        out.append(']');
        depth--;
    }

    private void enter(Object value) {
        if (++depth > Json.DEPTH) {
            throw Json.tooDeep(value);
        }
    }

    private void string(CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u")
                                .append(HEX.charAt(c >> 12))
                                .append(HEX.charAt((c >> 8) & 15))
                                .append(HEX.charAt((c >> 4) & 15))
                                .append(HEX.charAt(c & 15));
                    }
                }
            }
        }
        out.append('"');
    }

    /// Python's repr of a float: plain digits from 1e-4 up to 1e16, else an exponent of two digits
    /// or more.
    private void fraction(double number) {
        if (Double.isNaN(number)) {
            out.append("NaN");
            return;
        }
        if (Double.isInfinite(number)) {
            out.append(number > 0 ? "Infinity" : "-Infinity");
            return;
        }
        if (number == 0) {
            out.append(1 / number < 0 ? "-0.0" : "0.0");
            return;
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = exact.toPlainString();
            out.append(plain).append(plain.indexOf('.') < 0 ? ".0" : "");
            return;
        }
        String digits = exact.unscaledValue().abs().toString();
        out.append(number < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        out.append(size < 10 ? "0" : "").append(size);
    }
}
