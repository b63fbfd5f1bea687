package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values as text: `str()` and `repr()`.
final class Texts {

    private Texts() {}

    static String plain(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case PythonObject object -> object.text();
            case LocalTime time -> time(time);
            case LocalDateTime time -> time.toLocalDate() + " " + time(time.toLocalTime());
            case ZonedDateTime time -> plain(time.toLocalDateTime()) + offset(time.getOffset());
            case Duration duration -> duration(duration);
            case BigDecimal decimal -> decimal.toString();
            case null, default -> debug(value);
        };
    }

    static String debug(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean truth -> truth ? "True" : "False";
            case String text -> quoted(text);
            case PythonObject object -> object.debugText();
            case Double number -> number(number);
            case BigDecimal decimal -> "Decimal('" + decimal + "')";
            case byte[] bytes -> bytes(bytes);
            case Tuple tuple -> "(" + joined(tuple) + (tuple.size() == 1 ? ",)" : ")");
            case List<?> list -> "[" + joined(list) + "]";
            case Set<?> set -> set.isEmpty() ? "set()" : "{" + joined(set) + "}";
            case Map<?, ?> map -> dict(map);
            default -> value.toString();
        };
    }

    private static String joined(Iterable<?> values) {
        var text = new StringBuilder();
        for (Iterator<?> all = values.iterator(); all.hasNext(); ) {
            text.append(debug(all.next())).append(all.hasNext() ? ", " : "");
        }
        return text.toString();
    }

    private static String dict(Map<?, ?> map) {
        var text = new StringBuilder("{");
        map.forEach((key, value) ->
                text.append(text.length() == 1 ? "" : ", ")
                        .append(debug(key))
                        .append(": ")
                        .append(debug(value)));
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        char mark = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        var quoted = new StringBuilder().append(mark);
        text.chars()
                .forEach(one -> {
                    switch (one) {
                        case '\n' -> quoted.append("\\n");
                        case '\r' -> quoted.append("\\r");
                        case '\t' -> quoted.append("\\t");
                        case '\\' -> quoted.append("\\\\");
                        default -> {
                            if (one == mark) {
                                quoted.append('\\');
                            }
                            quoted.append((char) one);
                        }
                    }
                });
        return quoted.append(mark).toString();
    }

    private static String bytes(byte[] bytes) {
        var text = new StringBuilder("b'");
        for (byte one : bytes) {
            if (one >= ' ' && one < 0x7f && one != '\'' && one != '\\') {
                text.append(new String(new byte[] {one}, StandardCharsets.US_ASCII));
            } else {
                text.append(String.format("\\x%02x", one & 0xff));
            }
        }
        return text.append('\'').toString();
    }

    static String number(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0 || (Math.abs(number) >= 1e-4 && Math.abs(number) < 1e16)) {
            String text = new BigDecimal(Double.toString(number)).toPlainString();
            return text.contains(".") ? text : text + ".0";
        }
        String[] parts = Double.toString(number).split("E", 2);
        String digits =
                parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        return digits
                + "e"
                + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    static String time(LocalTime time) {
        String seconds =
                String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        int micros = time.getNano() / 1000;
        return micros == 0 ? seconds : seconds + String.format(".%06d", micros);
    }

    static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }

    private static String duration(Duration duration) {
        long micros = Times.micros(duration);
        long days = Math.floorDiv(micros, 86_400_000_000L);
        long rest = Math.floorMod(micros, 86_400_000_000L);
        String clock =
                String.format(
                        "%d:%02d:%02d",
                        rest / 3_600_000_000L, rest / 60_000_000 % 60, rest / 1_000_000 % 60);
        String fraction = rest % 1_000_000 == 0 ? "" : String.format(".%06d", rest % 1_000_000);
        String day = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
        return day + clock + fraction;
    }
}
