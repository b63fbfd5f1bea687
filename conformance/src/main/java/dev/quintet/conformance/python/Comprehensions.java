package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `[x for x in xs if x]` and its kin. A generator is worked out at once.
final class Comprehensions {

    private final Expressions expressions;

    Comprehensions(Expressions expressions) {
        this.expressions = expressions;
    }

    List<@Nullable Object> list(Node node, Variables names) {
        List<@Nullable Object> values = new ArrayList<>();
        each(
                node.children("generators"),
                0,
                names.within(),
                inner -> values.add(expressions.value(node.child("elt"), inner)));
        return values;
    }

    Map<@Nullable Object, @Nullable Object> dict(Node node, Variables names) {
        Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
        each(
                node.children("generators"),
                0,
                names.within(),
                inner ->
                        values.put(
                                Values.key(expressions.value(node.child("key"), inner)),
                                expressions.value(node.child("value"), inner)));
        return values;
    }

    private void each(
            List<Node> generators,
            int index,
            Variables names,
            java.util.function.Consumer<Variables> body) {
        if (index == generators.size()) {
            body.accept(names);
            return;
        }
        Node generator = generators.get(index);
        Object over = expressions.value(generator.child("iter"), names);
        for (Object value : Values.iterate(over)) {
            // Lambdas made in a round keep the variable, as Python's do: one scope for all rounds.
            expressions.targets().assign(generator.child("target"), value, names);
            if (generator.children("ifs").stream()
                    .allMatch(test -> expressions.truth(test, names))) {
                each(generators, index + 1, names, body);
            }
        }
    }
}
