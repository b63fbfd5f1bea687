package dev.quintet.migrations.source;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.tree.FieldPath;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values as Java that makes equal ones.
final class Values {

    private final Imports imports;

    Values(Imports imports) {
        this.imports = imports;
    }

    Code of(@Nullable Object value) {
        return switch (value) {
            case null -> Code.text("null");
            case String text -> Code.text(quoted(text));
            case Boolean _, Integer _ -> Code.text(value.toString());
            case Long number -> Code.text(number + "L");
            case Double number -> number(number);
            case Short number -> Code.text("(short) " + number);
            case BigDecimal number -> make(BigDecimal.class, Code.text(quoted(number.toString())));
            case Enum<?> constant ->
                    Code.text(imports.name(constant.getDeclaringClass()) + "." + constant.name());
            case Duration length -> parsed(Duration.class, length);
            case Temporal time -> parsed(time.getClass(), time);
            case UUID uuid ->
                    Code.call(imports.name(UUID.class) + ".fromString", quoted(uuid.toString()));
            case byte[] bytes ->
                    Code.call(
                            imports.name(HexFormat.class) + ".of().parseHex",
                            quoted(HexFormat.of().formatHex(bytes)));
            case FieldPath path -> path(path);
            case List<?> list -> Code.call(imports.name(List.class) + ".of", all(list));
            case Set<?> set -> Code.call(imports.name(Set.class) + ".of", all(set));
            case Map<?, ?> map -> map(map);
            case Record made -> record(made);
            default -> throw unwritable(value);
        };
    }

    private static Code number(double number) {
        if (Double.isFinite(number)) {
            return Code.text(Double.toString(number));
        }
        return Code.text(
                Double.isNaN(number)
                        ? "Double.NaN"
                        : number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
    }

    List<Code> all(Iterable<?> values) {
        List<Code> codes = new ArrayList<>();
        values.forEach(one -> codes.add(of(one)));
        return codes;
    }

    private Code path(FieldPath path) {
        List<String> names = path.names();
        return Code.call(
                imports.name(FieldPath.class) + ".of",
                names.size() == 1 ? List.of(of(names.getFirst())) : List.of(of(names)));
    }

    private Code map(Map<?, ?> map) {
        List<Code> entries = new ArrayList<>();
        map.forEach((key, value) ->
                entries.add(
                        Code.call(
                                imports.name(Map.class) + ".entry", List.of(of(key), of(value)))));
        return Code.call(imports.name(Map.class) + ".ofEntries", entries);
    }

    Code make(Class<?> type, Code... args) {
        return Code.call("new " + imports.name(type), List.of(args));
    }

    private Code parsed(Class<?> type, Object value) {
        return Code.call(imports.name(type) + ".parse", quoted(value.toString()));
    }

    /// A record is what its components are.
    private Code record(Record made) {
        List<Code> args = new ArrayList<>();
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            args.add(of(read(made, component)));
        }
        return Code.call("new " + imports.name(made.getClass()), args);
    }

    private static @Nullable Object read(Record made, RecordComponent component) {
        try {
            return component.getAccessor().invoke(made);
        } catch (ReflectiveOperationException hidden) {
            throw unwritable(made);
        }
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static StateException unwritable(Object value) {
        return new StateException(
                Problem.of(
                                "migrations.E019",
                                "A value of "
                                        + value.getClass().getName()
                                        + " cannot be written into a migration.")
                        .because("A migration is Java that makes equal values.")
                        .fixedBy(
                                "Use text, numbers, truth values, dates, times, lists, maps, enums"
                                        + " and public records of these for defaults and choices."));
    }
}
