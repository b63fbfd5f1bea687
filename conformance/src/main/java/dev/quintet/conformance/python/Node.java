package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A node of a tree as Python's `ast` module names them.
///
/// @param fields as recorded; `node` is the kind
record Node(Map<?, ?> fields) {

    static Node of(@Nullable Object json) {
        return new Node((Map<?, ?>) Objects.requireNonNull(json, "node"));
    }

    static List<Node> list(@Nullable Object json) {
        List<Node> nodes = new ArrayList<>();
        if (json instanceof List<?> list) {
            for (Object one : list) {
                nodes.add(of(one));
            }
        }
        return nodes;
    }

    String kind() {
        return String.valueOf(fields.get("node"));
    }

    @Nullable Object get(String name) {
        return fields.get(name);
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    String text(String name) {
        return (String) Objects.requireNonNull(fields.get(name), name);
    }

    Node child(String name) {
        return of(fields.get(name));
    }

    List<Node> children(String name) {
        return list(fields.get(name));
    }
}
