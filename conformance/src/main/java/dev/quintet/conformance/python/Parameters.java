package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a function or lambda takes.
///
/// @param names of those that have a place
/// @param defaults by name, for those that may be missing
/// @param namedOnly of those that stand behind a star
/// @param rest what takes further ones without a name, or `null`
/// @param namedRest what takes further ones with a name, or `null`
record Parameters(
        List<String> names,
        Map<String, @Nullable Object> defaults,
        List<String> namedOnly,
        @Nullable String rest,
        @Nullable String namedRest) {

    static Parameters of(
            Node arguments, java.util.function.Function<Node, @Nullable Object> value) {
        List<String> names = new ArrayList<>();
        arguments.children("posonlyargs").forEach(one -> names.add(one.text("arg")));
        arguments.children("args").forEach(one -> names.add(one.text("arg")));
        Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
        List<Node> given = arguments.children("defaults");
        for (int index = 0; index < given.size(); index++) {
            defaults.put(
                    names.get(names.size() - given.size() + index), value.apply(given.get(index)));
        }
        List<String> namedOnly = new ArrayList<>();
        if (arguments.get("kw_defaults") instanceof List<?> values) {
            List<Node> nodes = arguments.children("kwonlyargs");
            for (int index = 0; index < nodes.size(); index++) {
                namedOnly.add(nodes.get(index).text("arg"));
                if (values.get(index) != null) {
                    defaults.put(namedOnly.getLast(), value.apply(Node.of(values.get(index))));
                }
            }
        }
        return new Parameters(
                names,
                defaults,
                namedOnly,
                arguments.has("vararg") ? arguments.child("vararg").text("arg") : null,
                arguments.has("kwarg") ? arguments.child("kwarg").text("arg") : null);
    }

    Variables bind(Arguments given, Variables own) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>(given.named());
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            own.set(name, index < given.size() ? given.get(index) : take(name, named));
        }
        for (String name : namedOnly) {
            own.set(name, take(name, named));
        }
        if (rest != null) {
            own.set(
                    rest,
                    Tuple.copyOf(
                            given.positional()
                                    .subList(Math.min(names.size(), given.size()), given.size())));
        } else if (given.size() > names.size()) {
            throw PythonError.type(
                    "takes "
                            + names.size()
                            + " positional arguments but "
                            + given.size()
                            + " were given");
        }
        if (namedRest != null) {
            own.set(namedRest, named);
        } else if (!named.isEmpty()) {
            throw PythonError.type(
                    "got an unexpected keyword argument '"
                            + named.keySet().iterator().next()
                            + "'");
        }
        return own;
    }

    private @Nullable Object take(String name, Map<String, @Nullable Object> named) {
        if (named.containsKey(name)) {
            return named.remove(name);
        }
        if (!defaults.containsKey(name)) {
            throw PythonError.type("missing 1 required positional argument: '" + name + "'");
        }
        return defaults.get(name);
    }
}
