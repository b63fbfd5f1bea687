package dev.quintet.conformance.python;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Python's module `operator`.
final class OperatorModule {

    private static final Map<String, String> BINARY =
            Map.ofEntries(
                    Map.entry("or_", "|"),
                    Map.entry("and_", "&"),
                    Map.entry("xor", "^"),
                    Map.entry("add", "+"),
                    Map.entry("sub", "-"),
                    Map.entry("mul", "*"),
                    Map.entry("truediv", "/"),
                    Map.entry("floordiv", "//"),
                    Map.entry("mod", "%"),
                    Map.entry("pow", "**"));

    private static final Map<String, String> COMPARISONS =
            Map.of("eq", "Eq", "ne", "NotEq", "lt", "Lt", "le", "LtE", "gt", "Gt", "ge", "GtE");

    static final Module MODULE = new Module("operator", members());

    private OperatorModule() {}

    private static Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new HashMap<>();
        BINARY.forEach((name, operator) ->
                members.put(
                        name,
                        (Function)
                                arguments ->
                                        Operators.binary(
                                                operator, arguments.get(0), arguments.get(1))));
        COMPARISONS.forEach((name, node) ->
                members.put(
                        name,
                        (Function)
                                arguments ->
                                        Comparisons.compare(
                                                node, arguments.get(0), arguments.get(1))));
        members.put("invert", (Function) arguments -> Operators.unary("Invert", arguments.get(0)));
        members.put("inv", members.get("invert"));
        members.put("neg", (Function) arguments -> Operators.unary("USub", arguments.get(0)));
        members.put("not_", (Function) arguments -> !Values.truth(arguments.get(0)));
        members.put(
                "attrgetter",
                (Function) names -> (Function) arguments -> attributes(arguments.get(0), names));
        members.put(
                "itemgetter",
                (Function)
                        keys ->
                                (Function)
                                        arguments ->
                                                keys.size() == 1
                                                        ? Subscripts.get(
                                                                arguments.get(0), keys.get(0))
                                                        : Tuple.copyOf(
                                                                keys.positional().stream()
                                                                        .map(key ->
                                                                                Subscripts.get(
                                                                                        arguments
                                                                                                .get(
                                                                                                        0),
                                                                                        key))
                                                                        .toList()));
        return members;
    }

    private static @Nullable Object attributes(@Nullable Object owner, Arguments names) {
        if (names.size() == 1) {
            return path(owner, Values.text(names.get(0)));
        }
        return Tuple.copyOf(names.texts().stream().map(name -> path(owner, name)).toList());
    }

    private static @Nullable Object path(@Nullable Object owner, String path) {
        Object value = owner;
        for (String step : path.split("\\.", -1)) {
            value = Attributes.get(value, step);
        }
        return value;
    }
}
