package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands left of `=`.
final class Targets {

    private final Expressions expressions;

    Targets(Expressions expressions) {
        this.expressions = expressions;
    }

    void assign(Node target, @Nullable Object value, Variables names) {
        switch (target.kind()) {
            case "Name" -> names.set(target.text("id"), value);
            case "Attribute" ->
                    Attributes.set(
                            expressions.value(target.child("value"), names),
                            target.text("attr"),
                            value);
            case "Subscript" ->
                    Subscripts.set(
                            expressions.value(target.child("value"), names),
                            expressions.value(target.child("slice"), names),
                            value);
            case "Tuple", "List" -> unpack(target.children("elts"), value, names);
            default -> throw new UnsupportedOperationException("target " + target.kind());
        }
    }

    private void unpack(List<Node> targets, @Nullable Object value, Variables names) {
        List<@Nullable Object> values = Values.list(value);
        int star = -1;
        for (int index = 0; index < targets.size(); index++) {
            star = targets.get(index).kind().equals("Starred") ? index : star;
        }
        if (star < 0 ? values.size() != targets.size() : values.size() < targets.size() - 1) {
            throw PythonError.value(
                    values.size() > targets.size()
                            ? "too many values to unpack (expected " + targets.size() + ")"
                            : "not enough values to unpack (expected "
                                    + targets.size()
                                    + ", got "
                                    + values.size()
                                    + ")");
        }
        int more = values.size() - targets.size();
        for (int index = 0; index < targets.size(); index++) {
            if (index == star) {
                assign(
                        targets.get(index).child("value"),
                        new ArrayList<>(values.subList(index, index + more + 1)),
                        names);
            } else {
                int place = star >= 0 && index > star ? index + more : index;
                assign(targets.get(index), values.get(place), names);
            }
        }
    }

    void augment(Node statement, Variables names) {
        Node target = statement.child("target");
        String operator = Operators.symbol(statement.child("op").kind());
        Object by = expressions.value(statement.child("value"), names);
        switch (target.kind()) {
            case "Name" -> {
                String name = target.text("id");
                names.set(name, Operators.inPlace(operator, names.get(name), by));
            }
            case "Attribute" -> {
                Object owner = expressions.value(target.child("value"), names);
                String name = target.text("attr");
                Attributes.set(
                        owner, name, Operators.inPlace(operator, Attributes.get(owner, name), by));
            }
            case "Subscript" -> {
                Object owner = expressions.value(target.child("value"), names);
                Object key = expressions.value(target.child("slice"), names);
                Subscripts.set(
                        owner, key, Operators.inPlace(operator, Subscripts.get(owner, key), by));
            }
            default -> throw new UnsupportedOperationException("target " + target.kind());
        }
    }

    void delete(Node target, Variables names) {
        switch (target.kind()) {
            case "Name" -> names.remove(target.text("id"));
            case "Subscript" ->
                    Subscripts.delete(
                            expressions.value(target.child("value"), names),
                            expressions.value(target.child("slice"), names));
            default -> throw new UnsupportedOperationException("del " + target.kind());
        }
    }
}
