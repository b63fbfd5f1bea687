package dev.quintet.template.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Text of any value, as Java or as Python writes it. Immutable.
public final class Show {

    /// Nothing is empty text, truth is `true`, a list is what its `toString()` says.
    public static final Show JAVA = new Show(false, null);

    /// Nothing is `None`, truth is `True`, a list is `['a', 1]`, an array is a tuple.
    public static final Show PYTHON = new Show(true, null);

    private static final int DEEPEST = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter FINE = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

    private final boolean python;
    private final @Nullable Consumer<Object> guard;

    private Show(boolean python, @Nullable Consumer<Object> guard) {
        this.python = python;
        this.guard = guard;
    }

    /// {@return one that asks `guard` for each value before it is written, which may throw}
    public Show guardedBy(Consumer<Object> newGuard) {
        return new Show(python, newGuard);
    }

    /// {@return whether Python's way is followed}
    public boolean isPython() {
        return python;
    }

    /// {@return `value` as text}
    public String text(@Nullable Object value) {
        if (guard != null && value != null && !(value instanceof Optional<?>)) {
            guard.accept(value);
        }
        return switch (value) {
            case String text -> text;
            case null -> python ? "None" : "";
            case Boolean truth -> python ? (truth ? "True" : "False") : truth.toString();
            case Optional<?> maybe -> text(maybe.orElse(null));
            case BigDecimal decimal -> python ? decimal(decimal) : decimal.toPlainString();
            case Double number -> python ? real(number) : number.toString();
            case Float number ->
                    python ? real(Double.parseDouble(number.toString())) : number.toString();
            default -> value.getClass().isArray() || python ? composed(value) : value.toString();
        };
    }

    /// {@return `value` as it stands inside a list: text in quotes}
    public String quoted(@Nullable Object value) {
        if (guard != null && value != null) {
            guard.accept(value);
        }
        var out = new StringBuilder();
        quote(out, value, 0);
        return out.toString();
    }

    private String composed(Object value) {
        var out = new StringBuilder();
        if (!nested(out, value, 0)) {
            out.append(temporal(value));
        }
        return out.toString();
    }

    private boolean nested(StringBuilder out, Object value, int depth) {
        if (depth > DEEPEST) {
            out.append("...");
            return true;
        }
        switch (value) {
            case Object[] tuple -> {
                out.append(python ? '(' : '[');
                many(out, Arrays.asList(tuple).iterator(), depth);
                out.append(python ? (tuple.length == 1 ? ",)" : ")") : "]");
            }
            case Set<?> set -> {
                out.append(python && set.isEmpty() ? "set()" : "{");
                many(out, set.iterator(), depth);
                out.append(python && set.isEmpty() ? "" : "}");
            }
            case Map<?, ?> map -> entries(out, map, depth);
            case Collection<?> list when python -> {
                out.append('[');
                many(out, list.iterator(), depth);
                out.append(']');
            }
            default -> {
                if (!value.getClass().isArray()) {
                    return false;
                }
                List<@Nullable Object> items = Items.of(value);
                out.append('[');
                many(
                        out,
                        items == null ? List.<@Nullable Object>of().iterator() : items.iterator(),
                        depth);
                out.append(']');
            }
        }
        return true;
    }

    private void many(StringBuilder out, Iterator<? extends @Nullable Object> items, int depth) {
        for (boolean first = true; items.hasNext(); first = false) {
            out.append(first ? "" : ", ");
            quote(out, items.next(), depth + 1);
        }
    }

    private void entries(StringBuilder out, Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(first ? "" : ", ");
            quote(out, entry.getKey(), depth + 1);
            out.append(python ? ": " : "=");
            quote(out, entry.getValue(), depth + 1);
            first = false;
        }
        out.append('}');
    }

    private void quote(StringBuilder out, @Nullable Object value, int depth) {
        if (!python) {
            if (value == null) {
                out.append("null");
            } else if (!nested(out, value, depth)) {
                out.append(text(value));
            }
            return;
        }
        switch (value) {
            case null -> out.append("None");
            case CharSequence text -> literal(out, text.toString());
            case Character c -> literal(out, c.toString());
            case BigDecimal decimal ->
                    out.append("Decimal('").append(decimal(decimal)).append("')");
            default -> {
                if (!nested(out, value, depth)) {
                    out.append(text(value));
                }
            }
        }
    }

    private static void literal(StringBuilder out, String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '\\' -> out.append("\\\\");
                        case '\n' -> out.append("\\n");
                        case '\r' -> out.append("\\r");
                        case '\t' -> out.append("\\t");
                        default -> {
                            if (c == quote) {
                                out.append('\\').append(quote);
                            } else if (!isPrintable(c)) {
                                out.append(
                                        String.format(
                                                c < 0x100
                                                        ? "\\x%02x"
                                                        : c < 0x10000 ? "\\u%04x" : "\\U%08x",
                                                c));
                            } else {
                                out.appendCodePoint(c);
                            }
                        }
                    }
                });
        out.append(quote);
    }

    private static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR ->
                            false;
                    default -> true;
                };
    }

    /// The shortest digits that read back the same: plain between 1e-4 and 1e16, else with an
    /// exponent of two digits or more.
    private static String real(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        String java = Double.toString(number);
        double size = Math.abs(number);
        if (size == 0 || (size >= 1e-4 && size < 1e16)) {
            if (java.indexOf('E') < 0) {
                return java;
            }
            String plain = new BigDecimal(java).stripTrailingZeros().toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        int e = java.indexOf('E');
        String digits = java.substring(0, e);
        int exponent = Integer.parseInt(java.substring(e + 1));
        String mantissa = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String decimal(BigDecimal number) {
        return number.scale() < 0 || number.scale() - number.precision() >= 6
                ? number.toString()
                : number.toPlainString();
    }

    private String temporal(Object value) {
        if (!python) {
            return value.toString();
        }
        return switch (value) {
            case LocalDateTime at -> at.toLocalDate() + " " + time(at.toLocalTime());
            case ZonedDateTime at -> temporal(at.toOffsetDateTime());
            case OffsetDateTime at ->
                    temporal(at.toLocalDateTime())
                            + DateTimeFormatter.ofPattern("xxx").format(at.getOffset());
            case Instant at -> temporal(at.atOffset(java.time.ZoneOffset.UTC));
            case LocalTime at -> time(at);
            case Duration span -> duration(span);
            default -> value.toString();
        };
    }

    private static String time(LocalTime at) {
        return (at.get(ChronoField.NANO_OF_SECOND) == 0 ? TIME : FINE).format(at);
    }

    private static String duration(Duration span) {
        long days = Math.floorDiv(span.getSeconds(), 86_400L);
        long rest = Math.floorMod(span.getSeconds(), 86_400L);
        String clock = rest / 3600 + String.format(":%02d:%02d", rest / 60 % 60, rest % 60);
        String micros = span.getNano() == 0 ? "" : String.format(".%06d", span.getNano() / 1000);
        String day = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
        return day + clock + micros;
    }
}
