package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Node;

/// Tells what is made of many rows.
final class Aggregates {

    private Aggregates() {}

    /// {@return whether an aggregate stands somewhere in it, subqueries apart}
    static boolean in(Node node) {
        return switch (node) {
            case Node.Aggregate _ -> true;
            case Node.Compare(var _, var left, var right) -> in(left) || in(right);
            case Node.IsNull(var operand, var _) -> in(operand);
            case Node.In(var operand, var _) -> in(operand);
            case Node.InQuery(var operand, var _) -> in(operand);
            case Node.Range(var operand, var low, var high) -> in(operand) || in(low) || in(high);
            case Node.And(var parts) -> parts.stream().anyMatch(Aggregates::in);
            case Node.Or(var parts) -> parts.stream().anyMatch(Aggregates::in);
            case Node.Not(var part) -> in(part);
            case Node.Arithmetic(var _, var left, var right) -> in(left) || in(right);
            case Node.Call(var _, var args) -> args.stream().anyMatch(Aggregates::in);
            case Node.Case(var branches, var otherwise) ->
                    (otherwise != null && in(otherwise))
                            || branches.stream().anyMatch(w -> in(w.condition()) || in(w.result()));
            case Node.Field _,
                    Node.Outer _,
                    Node.Value _,
                    Node.Param _,
                    Node.Exists _,
                    Node.Scalar _ ->
                    false;
        };
    }
}
