package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Methods of lists, tuples, sets and dicts.
@SuppressWarnings("unchecked") // collections of this interpreter hold anything
final class CollectionMethods {

    private CollectionMethods() {}

    static Object of(List<?> some, String name) {
        List<@Nullable Object> list = (List<@Nullable Object>) some;
        Function method =
                switch (name) {
                    case "append" ->
                            arguments -> {
                                list.add(arguments.get(0));
                                return null;
                            };
                    case "extend" ->
                            arguments -> {
                                list.addAll(Values.list(arguments.get(0)));
                                return null;
                            };
                    case "insert" ->
                            arguments -> {
                                list.add(
                                        Math.toIntExact(Values.integer(arguments.get(0))),
                                        arguments.get(1));
                                return null;
                            };
                    case "remove" ->
                            arguments -> {
                                list.remove((int) position(list, arguments.get(0)));
                                return null;
                            };
                    case "pop" ->
                            arguments -> {
                                long at =
                                        arguments.size() == 0
                                                ? -1
                                                : Values.integer(arguments.get(0));
                                return list.remove(
                                        Subscripts.place(
                                                list.size(), at, "pop index out of range"));
                            };
                    case "index" -> arguments -> position(list, arguments.get(0));
                    case "count" ->
                            arguments ->
                                    list.stream()
                                            .filter(one -> Values.equal(one, arguments.get(0)))
                                            .count();
                    case "reverse" ->
                            _ -> {
                                Collections.reverse(list);
                                return null;
                            };
                    case "sort" ->
                            arguments -> {
                                List<@Nullable Object> sorted = Builtins.sorted(list, arguments);
                                list.clear();
                                list.addAll(sorted);
                                return null;
                            };
                    case "copy" -> _ -> new ArrayList<>(list);
                    case "clear" ->
                            _ -> {
                                list.clear();
                                return null;
                            };
                    default -> null;
                };
        boolean changes = some instanceof Tuple && !name.equals("index") && !name.equals("count");
        return method == null || changes ? PythonObject.MISSING : method;
    }

    private static long position(List<?> list, @Nullable Object value) {
        for (int index = 0; index < list.size(); index++) {
            if (Values.equal(list.get(index), value)) {
                return index;
            }
        }
        throw PythonError.value(Texts.debug(value) + " is not in list");
    }

    static Object of(Set<?> some, String name) {
        Set<@Nullable Object> set = (Set<@Nullable Object>) some;
        Function method =
                switch (name) {
                    case "add" ->
                            arguments -> {
                                set.add(Values.key(arguments.get(0)));
                                return null;
                            };
                    case "discard", "remove" ->
                            arguments -> {
                                set.remove(Values.key(arguments.get(0)));
                                return null;
                            };
                    case "update" ->
                            arguments -> {
                                arguments.positional().forEach(one -> set.addAll(Values.list(one)));
                                return null;
                            };
                    case "union" ->
                            arguments -> Operators.binary("|", set, Builtins.set(arguments.get(0)));
                    case "intersection" ->
                            arguments -> Operators.binary("&", set, Builtins.set(arguments.get(0)));
                    case "difference" ->
                            arguments -> Operators.binary("-", set, Builtins.set(arguments.get(0)));
                    case "issubset" -> arguments -> Builtins.set(arguments.get(0)).containsAll(set);
                    case "issuperset" ->
                            arguments -> set.containsAll(Builtins.set(arguments.get(0)));
                    case "isdisjoint" ->
                            arguments -> Collections.disjoint(set, Builtins.set(arguments.get(0)));
                    case "copy" -> _ -> new LinkedHashSet<>(set);
                    default -> null;
                };
        return method == null ? PythonObject.MISSING : method;
    }

    static Object of(Map<?, ?> some, String name) {
        Map<@Nullable Object, @Nullable Object> map =
                (Map<@Nullable Object, @Nullable Object>) some;
        Function method =
                switch (name) {
                    case "items" ->
                            _ -> {
                                List<@Nullable Object> items = new ArrayList<>();
                                map.forEach((key, value) -> items.add(Tuple.of(key, value)));
                                return items;
                            };
                    case "keys" -> _ -> new ArrayList<@Nullable Object>(map.keySet());
                    case "values" -> _ -> new ArrayList<>(map.values());
                    case "get" ->
                            arguments -> {
                                Object key = Values.key(arguments.get(0));
                                return map.containsKey(key)
                                        ? map.get(key)
                                        : arguments.get(1, "default", null);
                            };
                    case "pop" ->
                            arguments -> {
                                Object key = Values.key(arguments.get(0));
                                return map.containsKey(key) || arguments.size() < 2
                                        ? taken(map, key)
                                        : arguments.get(1);
                            };
                    case "setdefault" ->
                            arguments -> {
                                Object key = Values.key(arguments.get(0));
                                if (!map.containsKey(key)) {
                                    map.put(key, arguments.get(1, "default", null));
                                }
                                return map.get(key);
                            };
                    case "update" ->
                            arguments -> {
                                if (arguments.size() > 0) {
                                    map.putAll(Builtins.dict(arguments.get(0)));
                                }
                                map.putAll(arguments.named());
                                return null;
                            };
                    case "copy" -> _ -> new LinkedHashMap<>(map);
                    default -> null;
                };
        return method == null ? PythonObject.MISSING : method;
    }

    private static @Nullable Object taken(
            Map<@Nullable Object, @Nullable Object> map, @Nullable Object key) {
        if (!map.containsKey(key)) {
            throw new PythonError("KeyError", Texts.debug(key));
        }
        return map.remove(key);
    }
}
