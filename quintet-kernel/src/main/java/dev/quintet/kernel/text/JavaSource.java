package dev.quintet.kernel.text;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.scan.Chars;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes values as expressions of Java that make equal ones, for files that are generated once and
/// then belong to their readers. Django: `deconstruct`.
///
/// Knows text, numbers, truth, enums, times, UUIDs, regular expressions, lists, sets, maps, and
/// public records of all these, which validators are. For one thread.
public final class JavaSource {

    private static final int ONE_LINE = 4;

    private final SortedSet<String> imports = new TreeSet<>();

    /// Has written nothing yet.
    public JavaSource() {}

    /// {@return the classes that the expressions need imported, by their full names}
    public SortedSet<String> imports() {
        return new TreeSet<>(imports);
    }

    /// {@return an expression that makes a value equal to this one}
    ///
    /// @throws TextException when no expression could: for a lambda, say
    public String expression(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> literal(text);
            case Character c -> "'" + (c == '\'' ? "\\'" : escaped(String.valueOf(c))) + "'";
            case Integer number -> number.toString();
            case Boolean truth -> truth.toString();
            case Long number -> number + "L";
            case Double number -> floating(number, "Double", number.toString());
            case Float number -> floating(number.doubleValue(), "Float", number + "f");
            case Short number -> "(short) " + number;
            case Byte number -> "(byte) " + number;
            case BigInteger number -> made(BigInteger.class, List.of(number.toString()));
            case BigDecimal number -> made(BigDecimal.class, List.of(number.toString()));
            case Enum<?> constant -> name(constant.getDeclaringClass()) + "." + constant.name();
            case Pattern pattern -> pattern(pattern);
            case UUID id -> call(UUID.class, "fromString", List.of(id.toString()));
            case Duration duration -> call(Duration.class, "parse", List.of(duration.toString()));
            case Temporal time when parses(time.getClass()) ->
                    call(time.getClass(), "parse", List.of(time.toString()));
            case Set<?> set -> call(Set.class, "of", sorted(set));
            case List<?> list -> call(List.class, "of", list);
            case Map<?, ?> map -> map(map);
            case Record made -> record(made);
            default -> throw unwritable(value, "there is no expression for it");
        };
    }

    private static boolean parses(Class<?> type) {
        return type.getPackageName().equals("java.time");
    }

    private static String floating(double value, String type, String plain) {
        if (Double.isNaN(value)) {
            return type + ".NaN";
        }
        return Double.isInfinite(value)
                ? type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY")
                : plain;
    }

    private String pattern(Pattern pattern) {
        var arguments = new ArrayList<@Nullable Object>(List.of(pattern.pattern()));
        if (pattern.flags() != 0) {
            arguments.add(pattern.flags());
        }
        return call(Pattern.class, "compile", arguments);
    }

    /// A set has no order, and a file that is written twice shall be the same.
    private List<?> sorted(Set<?> set) {
        return set.stream()
                .map(item -> Map.entry(expression(item), item))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private String map(Map<?, ?> map) {
        if (map.size() > ONE_LINE) {
            String entries =
                    String.join(
                            ", ",
                            map.entrySet().stream()
                                    .map(e ->
                                            name(Map.class)
                                                    + ".entry("
                                                    + expression(e.getKey())
                                                    + ", "
                                                    + expression(e.getValue())
                                                    + ")")
                                    .toList());
            return name(Map.class) + ".ofEntries(" + entries + ")";
        }
        var flat = new ArrayList<@Nullable Object>();
        map.forEach((key, value) -> {
            flat.add(key);
            flat.add(value);
        });
        return call(Map.class, "of", flat);
    }

    private String record(Record value) {
        Class<?> type = value.getClass();
        boolean reachable = Modifier.isPublic(type.getModifiers());
        for (Class<?> outer = type.getDeclaringClass();
                outer != null;
                outer = outer.getDeclaringClass()) {
            reachable &= Modifier.isPublic(outer.getModifiers());
        }
        if (!reachable) {
            throw unwritable(value, "its class is not public");
        }
        var arguments = new ArrayList<@Nullable Object>();
        for (RecordComponent component : Objects.requireNonNull(type.getRecordComponents())) {
            try {
                arguments.add(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException closed) {
                throw unwritable(value, "its parts cannot be read (" + closed + ")");
            }
        }
        return made(type, arguments);
    }

    private String made(Class<?> type, Collection<?> arguments) {
        String diamond = type.getTypeParameters().length > 0 ? "<>" : "";
        return "new " + name(type) + diamond + arguments(arguments);
    }

    private String call(Class<?> type, String method, Collection<?> arguments) {
        return name(type) + "." + method + arguments(arguments);
    }

    private String arguments(Collection<?> arguments) {
        return "(" + String.join(", ", arguments.stream().map(this::expression).toList()) + ")";
    }

    /// {@return the name of a class as code says it: `Outer.Inner`, with an import for `Outer`}
    public String name(Class<?> type) {
        Class<?> outer = type;
        String name = type.getSimpleName();
        while (outer.getDeclaringClass() != null) {
            outer = outer.getDeclaringClass();
            name = outer.getSimpleName() + "." + name;
        }
        String whole = outer.getName();
        if (outer.getPackageName().equals("java.lang") || imports.contains(whole)) {
            return name;
        }
        String last = "." + outer.getSimpleName();
        if (imports.stream().anyMatch(other -> other.endsWith(last))) {
            return outer.getPackageName() + "." + name;
        }
        imports.add(whole);
        return name;
    }

    private static TextException unwritable(Object value, String cause) {
        return new TextException(
                Problem.of(
                                "kernel.E065",
                                "Cannot write a " + value.getClass().getName() + " as Java.")
                        .because("It goes into a file of source code, and " + cause + ".")
                        .fixedBy("Make it a public record of text, numbers, lists and the like."));
    }

    /// {@return a text as a literal, in its quotes}
    public static String literal(String text) {
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            @Nullable String escape = Chars.escape(c);
            if (escape != null) {
                out.append(escape);
            } else if (invisible(c)) {
                unicode(c, out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean invisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }

    private static void unicode(char c, StringBuilder out) {
        String hex = Integer.toHexString(c);
        out.append("\\u").repeat('0', 4 - hex.length()).append(hex);
    }
}
