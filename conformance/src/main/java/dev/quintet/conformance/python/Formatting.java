package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `format(value, spec)`, `str.format` and the operator `%`.
final class Formatting {

    private static final Pattern SPEC =
            Pattern.compile(
                    "(?:(.)?([<>=^]))?([-+ ])?#?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([a-zA-Z%])?");
    private static final Pattern FIELD =
            Pattern.compile("\\{\\{|\\}\\}|\\{([^{}:!]*)(?:!(.))?(?::([^{}]*))?\\}");
    private static final Pattern PERCENT =
            Pattern.compile("%(?:\\((\\w+)\\))?([-+ 0]*)(\\d+)?(?:\\.(\\d+))?([sdrifx%])");

    private Formatting() {}

    static String format(@Nullable Object value, String spec) {
        if (spec.isEmpty()) {
            return Values.text(value);
        }
        if (value instanceof TemporalAccessor time) {
            return TimeMethods.strftime(time, spec);
        }
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches()) {
            throw PythonError.value("Invalid format specifier");
        }
        String body = body(value, parts);
        int width = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
        boolean zeros = parts.group(4) != null;
        String fill = parts.group(1) != null ? parts.group(1) : zeros ? "0" : " ";
        String align =
                parts.group(2) != null
                        ? parts.group(2)
                        : zeros ? "=" : Numbers.is(value) ? ">" : "<";
        return aligned(body, width, fill, align);
    }

    private static String body(@Nullable Object value, Matcher parts) {
        String kind = parts.group(8) == null ? "" : parts.group(8);
        String digits = parts.group(7);
        if (!Numbers.is(value) || kind.equals("s")) {
            String text = Values.text(value);
            return digits == null
                    ? text
                    : text.substring(0, Math.min(text.length(), Integer.parseInt(digits)));
        }
        Object number = Objects.requireNonNull(value);
        String text =
                switch (kind) {
                    case "f", "F" ->
                            fixed(
                                    Numbers.decimal(number),
                                    digits == null ? 6 : Integer.parseInt(digits));
                    case "%" ->
                            fixed(
                                            Numbers.decimal(number).movePointRight(2),
                                            digits == null ? 6 : Integer.parseInt(digits))
                                    + "%";
                    case "x" -> Numbers.whole(number).toString(16);
                    case "X" ->
                            Numbers.whole(number).toString(16).toUpperCase(java.util.Locale.ROOT);
                    case "b" -> Numbers.whole(number).toString(2);
                    case "o" -> Numbers.whole(number).toString(8);
                    case "", "d", "n" ->
                            digits != null && !(number instanceof Long)
                                    ? fixed(Numbers.decimal(number), Integer.parseInt(digits))
                                    : Values.text(number);
                    default -> throw new UnsupportedOperationException("format " + kind);
                };
        String grouped = parts.group(6) == null ? text : grouped(text, parts.group(6));
        boolean plus = "+".equals(parts.group(3)) && !grouped.startsWith("-");
        return plus ? "+" + grouped : grouped;
    }

    private static String fixed(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String grouped(String text, String mark) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", mark)
                + (point < 0 ? "" : text.substring(point));
    }

    static String aligned(String text, int width, String fill, String align) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        return switch (align) {
            case "<" -> text + fill.repeat(missing);
            case "^" -> fill.repeat(missing / 2) + text + fill.repeat(missing - missing / 2);
            case "=" -> {
                int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
                yield text.substring(0, sign) + fill.repeat(missing) + text.substring(sign);
            }
            default -> fill.repeat(missing) + text;
        };
    }

    /// {@return `template.format(...)`}
    static String braces(String template, Arguments arguments) {
        Matcher field = FIELD.matcher(template);
        var text = new StringBuilder();
        int next = 0;
        while (field.find()) {
            String all = Objects.requireNonNull(field.group());
            String made;
            if (all.equals("{{") || all.equals("}}")) {
                made = all.substring(1);
            } else {
                String name = Objects.requireNonNull(field.group(1));
                Object value = name.isEmpty() ? arguments.get(next++) : looked(name, arguments);
                Object shown = "r".equals(field.group(2)) ? Texts.debug(value) : value;
                made = format(shown, field.group(3) == null ? "" : field.group(3));
            }
            field.appendReplacement(text, Matcher.quoteReplacement(made));
        }
        return field.appendTail(text).toString();
    }

    private static @Nullable Object looked(String path, Arguments arguments) {
        String[] steps = path.split("\\.", -1);
        Object value =
                steps[0].chars().allMatch(Character::isDigit)
                        ? arguments.get(Integer.parseInt(steps[0]))
                        : arguments.named().get(steps[0]);
        for (int index = 1; index < steps.length; index++) {
            value = Attributes.get(value, steps[index]);
        }
        return value;
    }

    /// {@return `template % values`}
    static String percent(String template, Object values) {
        Matcher field = PERCENT.matcher(template);
        var text = new StringBuilder();
        int next = 0;
        while (field.find()) {
            String made = "%";
            if (!"%".equals(field.group(5))) {
                Object value =
                        field.group(1) != null
                                ? ((Map<?, ?>) values).get(field.group(1))
                                : values instanceof Tuple several ? several.get(next++) : values;
                made = percent(field, value);
            }
            field.appendReplacement(text, Matcher.quoteReplacement(made));
        }
        return field.appendTail(text).toString();
    }

    private static String percent(Matcher field, @Nullable Object value) {
        String digits = field.group(4);
        String body =
                switch (Objects.requireNonNull(field.group(5))) {
                    case "r" -> Texts.debug(value);
                    case "d", "i" -> format(Builtins.whole(value), "d");
                    case "f" -> format(value, "." + (digits == null ? "6" : digits) + "f");
                    case "x" -> format(value, "x");
                    default -> Values.text(value);
                };
        int width = field.group(3) == null ? 0 : Integer.parseInt(field.group(3));
        String flags = Objects.requireNonNull(field.group(2));
        return aligned(
                body,
                width,
                flags.contains("0") ? "0" : " ",
                flags.contains("-") ? "<" : flags.contains("0") ? "=" : ">");
    }

    /// The texts of a list, for `join`.
    static List<String> texts(@Nullable Object values) {
        return Values.list(values).stream()
                .map(one -> {
                    if (one instanceof String text) {
                        return text;
                    }
                    throw PythonError.type(
                            "sequence item: expected str instance, "
                                    + Values.typeName(one)
                                    + " found");
                })
                .toList();
    }
}
