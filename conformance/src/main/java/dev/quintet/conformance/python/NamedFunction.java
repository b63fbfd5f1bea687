package dev.quintet.conformance.python;

import org.jspecify.annotations.Nullable;

/// A function or class that knows its name.
///
/// @param name as `__name__` says it
/// @param function what it does
public record NamedFunction(String name, Function function) implements Function {

    @Override
    public @Nullable Object call(Arguments arguments) {
        return function.call(arguments);
    }

    @Override
    public @Nullable Object attribute(String wanted) {
        return switch (wanted) {
            case "__name__", "__qualname__" -> name;
            case "fromisoformat" -> TimeTypes.parser(name);
            case "today", "now", "combine", "fromtimestamp", "min", "max" ->
                    TimeTypes.member(name, wanted);
            case "fromkeys" ->
                    (Function)
                            keys -> {
                                var dict =
                                        new java.util.LinkedHashMap<
                                                @Nullable Object, @Nullable Object>();
                                Values.iterate(keys.get(0))
                                        .forEach(key ->
                                                dict.put(
                                                        Values.key(key),
                                                        keys.get(1, "value", null)));
                                return dict;
                            };
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        if (!operator.equals("==")) {
            return MISSING;
        }
        return other instanceof PythonObject named && name.equals(named.attribute("__name__"));
    }
}
