package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/// The fields that a condition or an expression over one table speaks of.
final class FieldNames {

    private FieldNames() {}

    static Set<String> in(Node node) {
        Set<String> names = new LinkedHashSet<>();
        add(node, names);
        return names;
    }

    private static void add(Node node, Set<String> names) {
        switch (node) {
            case Node.Field(var path) -> names.add(path.names().getFirst());
            case Node.Compare(var _, var left, var right) -> {
                add(left, names);
                add(right, names);
            }
            case Node.IsNull(var operand, var _) -> add(operand, names);
            case Node.In(var operand, var _) -> add(operand, names);
            case Node.Range(var operand, var low, var high) -> {
                add(operand, names);
                add(low, names);
                add(high, names);
            }
            case Node.And(var parts) -> parts.forEach(part -> add(part, names));
            case Node.Or(var parts) -> parts.forEach(part -> add(part, names));
            case Node.Not(var part) -> add(part, names);
            case Node.Arithmetic(var _, var left, var right) -> {
                add(left, names);
                add(right, names);
            }
            case Node.Call(var _, var args) -> args.forEach(arg -> add(arg, names));
            case Node.Case(var branches, var otherwise) -> {
                branches.forEach(branch -> {
                    add(branch.condition(), names);
                    add(branch.result(), names);
                });
                if (otherwise != null) {
                    add(otherwise, names);
                }
            }
            default -> {
                // Whatever else there is names no field of the row itself.
            }
        }
    }
}
