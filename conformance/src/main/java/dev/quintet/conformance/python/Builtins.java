package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Python's built-in functions, and those of the modules `functools` and `operator`.
public final class Builtins {

    private static final List<String> ERRORS =
            List.of(
                    "Exception",
                    "ValueError",
                    "TypeError",
                    "KeyError",
                    "IndexError",
                    "AttributeError",
                    "LookupError",
                    "ZeroDivisionError",
                    "RuntimeError",
                    "AssertionError",
                    "NotImplementedError",
                    "StopIteration",
                    "OverflowError");

    private Builtins() {}

    /// {@return all, by name}
    public static Map<String, @Nullable Object> names() {
        Map<String, @Nullable Object> names = new HashMap<>();
        ERRORS.forEach(name -> names.put(name, new ErrorType(name)));
        types(names);
        sequences(names);
        objects(names);
        names.put("reduce", (Function) Builtins::reduce);
        names.put("operator", OperatorModule.MODULE);
        return names;
    }

    private static void types(Map<String, @Nullable Object> names) {
        put(names, "int", arguments -> arguments.size() == 0 ? 0L : whole(arguments.get(0)));
        put(names, "float", arguments -> arguments.size() == 0 ? 0.0 : number(arguments.get(0)));
        put(names, "str", arguments -> arguments.size() == 0 ? "" : Values.text(arguments.get(0)));
        put(names, "bool", arguments -> arguments.size() > 0 && Values.truth(arguments.get(0)));
        put(names, "bytes", arguments -> bytes(arguments));
        put(
                names,
                "list",
                arguments ->
                        arguments.size() == 0 ? new ArrayList<>() : Values.list(arguments.get(0)));
        put(
                names,
                "tuple",
                arguments ->
                        arguments.size() == 0
                                ? Tuple.of()
                                : Tuple.copyOf(Values.list(arguments.get(0))));
        put(
                names,
                "set",
                arguments -> arguments.size() == 0 ? new LinkedHashSet<>() : set(arguments.get(0)));
        put(
                names,
                "frozenset",
                arguments -> arguments.size() == 0 ? new LinkedHashSet<>() : set(arguments.get(0)));
        put(
                names,
                "dict",
                arguments -> {
                    Map<@Nullable Object, @Nullable Object> dict =
                            arguments.size() == 0 ? new LinkedHashMap<>() : dict(arguments.get(0));
                    dict.putAll(arguments.named());
                    return dict;
                });
        put(names, "memoryview", arguments -> arguments.get(0));
        put(names, "Decimal", arguments -> decimal(arguments.get(0)));
        names.put("D", names.get("Decimal"));
    }

    private static void sequences(Map<String, @Nullable Object> names) {
        put(names, "len", arguments -> Values.length(arguments.get(0)));
        put(names, "range", Builtins::range);
        put(names, "sorted", arguments -> sorted(Values.list(arguments.get(0)), arguments));
        put(
                names,
                "reversed",
                arguments -> new ArrayList<>(Values.list(arguments.get(0)).reversed()));
        put(names, "enumerate", Builtins::enumerate);
        put(names, "zip", Builtins::zip);
        put(names, "map", Builtins::map);
        put(names, "filter", Builtins::filter);
        put(
                names,
                "sum",
                arguments -> {
                    Object sum = arguments.get(1, "start", 0L);
                    for (Object one : Values.iterate(arguments.get(0))) {
                        sum = Operators.binary("+", sum, one);
                    }
                    return sum;
                });
        put(names, "min", arguments -> extreme(arguments, -1));
        put(names, "max", arguments -> extreme(arguments, 1));
        put(
                names,
                "any",
                arguments -> Values.list(arguments.get(0)).stream().anyMatch(Values::truth));
        put(
                names,
                "all",
                arguments -> Values.list(arguments.get(0)).stream().allMatch(Values::truth));
        put(names, "iter", arguments -> new Iteration(Values.iterate(arguments.get(0)).iterator()));
        put(names, "next", Builtins::next);
    }

    private static void objects(Map<String, @Nullable Object> names) {
        put(names, "repr", arguments -> Texts.debug(arguments.get(0)));
        put(names, "abs", arguments -> Numbers.absolute(Objects.requireNonNull(arguments.get(0))));
        put(names, "round", Builtins::round);
        put(
                names,
                "divmod",
                arguments ->
                        Tuple.of(
                                Operators.binary("//", arguments.get(0), arguments.get(1)),
                                Operators.binary("%", arguments.get(0), arguments.get(1))));
        put(names, "ord", arguments -> (long) Values.text(arguments.get(0)).codePointAt(0));
        put(names, "chr", arguments -> Character.toString((int) Values.integer(arguments.get(0))));
        put(names, "hash", arguments -> (long) Objects.hashCode(Values.key(arguments.get(0))));
        put(names, "callable", arguments -> arguments.get(0) instanceof Function);
        put(names, "type", arguments -> Attributes.get(arguments.get(0), "__class__"));
        put(names, "isinstance", arguments -> isInstance(arguments.get(0), arguments.get(1)));
        put(
                names,
                "getattr",
                arguments -> {
                    Object found = attribute(arguments);
                    if (!PythonObject.missing(found)) {
                        return found;
                    }
                    if (arguments.size() > 2) {
                        return arguments.get(2);
                    }
                    throw PythonError.attribute(arguments.get(0), Values.text(arguments.get(1)));
                });
        put(names, "hasattr", arguments -> !PythonObject.missing(attribute(arguments)));
        put(
                names,
                "setattr",
                arguments -> {
                    Attributes.set(
                            arguments.get(0), Values.text(arguments.get(1)), arguments.get(2));
                    return null;
                });
        put(names, "print", _ -> null);
    }

    private static void put(Map<String, @Nullable Object> names, String name, Function function) {
        names.put(name, new NamedFunction(name, function));
    }

    private static @Nullable Object attribute(Arguments arguments) {
        try {
            return Attributes.find(arguments.get(0), Values.text(arguments.get(1)));
        } catch (PythonError error) {
            if (error.is("AttributeError")) {
                return PythonObject.MISSING;
            }
            throw error;
        }
    }

    private static boolean isInstance(@Nullable Object value, @Nullable Object type) {
        if (type instanceof Tuple several) {
            return several.stream().anyMatch(one -> isInstance(value, one));
        }
        String name =
                type instanceof PythonObject named
                                && named.attribute("__name__") instanceof String text
                        ? text
                        : "";
        String own = Values.typeName(value);
        return own.equals(name)
                || (own.equals("bool") && name.equals("int"))
                || (own.equals("datetime") && name.equals("date"))
                || (value instanceof ErrorValue error && error.error().is(name));
    }

    static Set<@Nullable Object> set(@Nullable Object values) {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        Values.iterate(values).forEach(one -> set.add(Values.key(one)));
        return set;
    }

    static Map<@Nullable Object, @Nullable Object> dict(@Nullable Object value) {
        Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            dict.putAll(map);
            return dict;
        }
        for (Object pair : Values.iterate(value)) {
            List<@Nullable Object> both = Values.list(pair);
            dict.put(Values.key(both.get(0)), both.get(1));
        }
        return dict;
    }

    static Object whole(@Nullable Object value) {
        return switch (value) {
            case Double number -> Numbers.plain(new BigDecimal(number).toBigInteger());
            case BigDecimal number -> Numbers.plain(number.toBigInteger());
            case String text -> parsed(text);
            case null, default -> Numbers.plain(BigInteger.valueOf(Values.integer(value)));
        };
    }

    private static Object parsed(String text) {
        try {
            return Numbers.plain(new BigInteger(text.strip().replace("_", "")));
        } catch (NumberFormatException notANumber) {
            throw new PythonError(
                    "ValueError",
                    "invalid literal for int() with base 10: " + Texts.debug(text),
                    notANumber);
        }
    }

    private static Object number(@Nullable Object value) {
        if (value instanceof String text) {
            try {
                return Double.valueOf(
                        text.strip().replace("inf", "Infinity").replace("nan", "NaN"));
            } catch (NumberFormatException notANumber) {
                throw new PythonError(
                        "ValueError",
                        "could not convert string to float: " + Texts.debug(text),
                        notANumber);
            }
        }
        return Numbers.number(Objects.requireNonNull(value));
    }

    private static BigDecimal decimal(@Nullable Object value) {
        if (value instanceof String text) {
            try {
                return new BigDecimal(text.strip());
            } catch (NumberFormatException notANumber) {
                throw new PythonError(
                        "InvalidOperation", "[<class 'decimal.ConversionSyntax'>]", notANumber);
            }
        }
        return Numbers.decimal(Objects.requireNonNull(value));
    }

    private static byte[] bytes(Arguments arguments) {
        Object value = arguments.size() == 0 ? Tuple.of() : arguments.get(0);
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        if (value instanceof Long size) {
            return new byte[Math.toIntExact(size)];
        }
        List<@Nullable Object> numbers = Values.list(value);
        byte[] bytes = new byte[numbers.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) Values.integer(numbers.get(index));
        }
        return bytes;
    }

    private static List<@Nullable Object> range(Arguments arguments) {
        long first = Values.integer(arguments.get(0));
        long start = arguments.size() > 1 ? first : 0;
        long stop = arguments.size() > 1 ? Values.integer(arguments.get(1)) : first;
        long step = arguments.size() > 2 ? Values.integer(arguments.get(2)) : 1;
        List<@Nullable Object> numbers = new ArrayList<>();
        for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
            numbers.add(at);
        }
        return numbers;
    }

    static List<@Nullable Object> sorted(List<@Nullable Object> values, Arguments arguments) {
        Object key = arguments.named("key", null);
        Comparator<@Nullable Object> order = Comparisons::order;
        Comparator<@Nullable Object> byKey =
                key == null
                        ? order
                        : (one, other) ->
                                Comparisons.order(
                                        Values.call(key, Arguments.of(one)),
                                        Values.call(key, Arguments.of(other)));
        List<@Nullable Object> sorted = new ArrayList<>(values);
        sorted.sort(arguments.flag("reverse") ? byKey.reversed() : byKey);
        return sorted;
    }

    private static @Nullable Object extreme(Arguments arguments, int direction) {
        List<@Nullable Object> values =
                arguments.size() == 1 ? Values.list(arguments.get(0)) : arguments.positional();
        if (values.isEmpty()) {
            if (arguments.named().containsKey("default")) {
                return arguments.named().get("default");
            }
            throw PythonError.value("arg is an empty sequence");
        }
        Object key = arguments.named("key", null);
        Object best = values.getFirst();
        for (Object one : values) {
            Object mine = key == null ? one : Values.call(key, Arguments.of(one));
            Object its = key == null ? best : Values.call(key, Arguments.of(best));
            best = Comparisons.order(mine, its) * direction > 0 ? one : best;
        }
        return best;
    }

    private static List<@Nullable Object> enumerate(Arguments arguments) {
        long number = Values.integer(arguments.get(1, "start", 0L));
        List<@Nullable Object> pairs = new ArrayList<>();
        for (Object one : Values.iterate(arguments.get(0))) {
            pairs.add(Tuple.of(number++, one));
        }
        return pairs;
    }

    private static List<@Nullable Object> zip(Arguments arguments) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        arguments.positional().forEach(one -> all.add(Values.list(one)));
        int shortest = all.stream().mapToInt(List::size).min().orElse(0);
        List<@Nullable Object> rows = new ArrayList<>();
        for (int index = 0; index < shortest; index++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (List<@Nullable Object> one : all) {
                row.add(one.get(index));
            }
            rows.add(Tuple.copyOf(row));
        }
        return rows;
    }

    private static List<@Nullable Object> map(Arguments arguments) {
        Object function = arguments.get(0);
        List<@Nullable Object> made = new ArrayList<>();
        for (Object row :
                zip(new Arguments(arguments.positional().subList(1, arguments.size()), Map.of()))) {
            made.add(Values.call(function, new Arguments(Values.list(row), Map.of())));
        }
        return made;
    }

    private static List<@Nullable Object> filter(Arguments arguments) {
        Object function = arguments.get(0);
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object one : Values.iterate(arguments.get(1))) {
            if (Values.truth(function == null ? one : Values.call(function, Arguments.of(one)))) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static @Nullable Object next(Arguments arguments) {
        var iterator =
                arguments.get(0) instanceof Iteration iteration
                        ? iteration.iterator()
                        : Values.iterate(arguments.get(0)).iterator();
        if (iterator.hasNext()) {
            return iterator.next();
        }
        if (arguments.size() > 1) {
            return arguments.get(1);
        }
        throw new PythonError("StopIteration", "");
    }

    private static Object round(Arguments arguments) {
        Object value = Objects.requireNonNull(arguments.get(0));
        Object digits = arguments.get(1, "ndigits", null);
        if (value instanceof Long) {
            return value;
        }
        int scale = digits == null ? 0 : Math.toIntExact(Values.integer(digits));
        BigDecimal rounded = Numbers.decimal(value).setScale(scale, RoundingMode.HALF_EVEN);
        if (digits == null) {
            return Numbers.plain(rounded.toBigInteger());
        }
        return value instanceof Double ? (Object) rounded.doubleValue() : rounded;
    }

    private static @Nullable Object reduce(Arguments arguments) {
        List<@Nullable Object> values = Values.list(arguments.get(1));
        boolean seeded = arguments.size() > 2;
        if (!seeded && values.isEmpty()) {
            throw PythonError.type("reduce() of empty iterable with no initial value");
        }
        Object result = seeded ? arguments.get(2) : values.getFirst();
        for (Object one : seeded ? values : values.subList(1, values.size())) {
            result = Values.call(arguments.get(0), Arguments.of(result, one));
        }
        return result;
    }
}
