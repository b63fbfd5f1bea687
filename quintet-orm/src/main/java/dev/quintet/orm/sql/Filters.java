package dev.quintet.orm.sql;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The conditions of one call of filter as SQL, and their votes on which joins may leave out rows.
///
/// Django: `Query.build_filter`, `_add_q`, `JoinPromoter`, `split_exclude`.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class Filters {

    private final Scope scope;
    private final Operands operands;
    private final @Nullable Set<Join> reuse;
    private final boolean splits;

    /// @param reuse the joins to many rows that the call made itself, or `null` to share all
    /// @param splits whether a negated condition on many rows becomes a query of its own
    Filters(Scope scope, Operands operands, @Nullable Set<Join> reuse, boolean splits) {
        this.scope = scope;
        this.operands = operands;
        this.reuse = reuse;
        this.splits = splits;
    }

    /// A condition and the joins that it needs rows of.
    record Built(Fragment sql, Set<Join> needed) {}

    /// {@return a filter's condition; joins leave out rows where it lets them}
    static Fragment filter(Scope scope, Node condition) {
        Set<Join> before = scope.innerJoins();
        Set<Join> reuse = new HashSet<>();
        var filters = new Filters(scope, new Operands(scope, reuse), reuse, true);
        Fragment sql = filters.group(And.of(condition), false, false).sql();
        before.forEach(Join::demote);
        return sql;
    }

    /// {@return a condition where a value stands; joins keep all rows}
    static Fragment truth(Scope scope, Node condition, @Nullable Set<Join> reuse) {
        Set<Join> before = scope.innerJoins();
        var filters = new Filters(scope, new Operands(scope, reuse), reuse, false);
        Built built = filters.group(And.of(condition), false, false);
        List<Join> fresh = built.needed().stream().filter(join -> !before.contains(join)).toList();
        scope.promote(fresh);
        return built.sql();
    }

    /// Parts that hold together, and whether that is negated.
    private record And(String word, List<Node> parts, boolean negated) {

        static And of(Node node) {
            return switch (node) {
                case Node.And(var parts) -> new And("AND", parts, false);
                case Node.Not(Node.And(var parts)) -> new And("AND", parts, true);
                case Node.Not(Node.Or(var parts)) -> new And("OR", parts, true);
                case Node.Not(Node.Xor(var parts)) -> new And("XOR", parts, true);
                case Node.Not(var part) -> new And("AND", List.of(part), true);
                case Node.Or(var parts) -> new And("OR", parts, false);
                case Node.Xor(var parts) -> new And("XOR", parts, false);
                default -> new And("AND", List.of(node), false);
            };
        }
    }

    private Built group(And group, boolean branchNegated, boolean currentNegated) {
        boolean current = currentNegated != group.negated();
        boolean branch = branchNegated || group.negated();
        Map<Join, Integer> votes = new HashMap<>();
        List<Fragment> all = new ArrayList<>();
        for (Node part : group.parts()) {
            if (vacuous(part)) {
                continue;
            }
            Built built = part(part, branch, current);
            built.needed().forEach(join -> votes.merge(join, 1, Integer::sum));
            all.add(built.sql());
        }
        Set<Join> demoted = settle(group, current, votes);
        boolean negated = group.negated() && !all.isEmpty();
        return new Built(Junctions.of(group.word(), all, negated), demoted);
    }

    /// A group of nothing says nothing, negated or not. Django: an empty `Q`.
    private static boolean vacuous(Node node) {
        return switch (node) {
            case Node.And(var parts) -> parts.stream().allMatch(Filters::vacuous);
            case Node.Or(var parts) -> parts.stream().allMatch(Filters::vacuous);
            case Node.Xor(var parts) -> parts.stream().allMatch(Filters::vacuous);
            case Node.Not(var part) -> vacuous(part);
            default -> false;
        };
    }

    private Set<Join> settle(And group, boolean negated, Map<Join, Integer> votes) {
        boolean any = negated ? group.word().equals("AND") : group.word().equals("OR");
        boolean xor = group.word().equals("XOR") && !negated;
        Set<Join> promoted = new HashSet<>();
        Set<Join> demoted = new HashSet<>();
        votes.forEach((join, count) -> {
            boolean everywhere = count == group.parts().size();
            if (any && !everywhere) {
                promoted.add(join);
            } else if (!xor || everywhere) {
                demoted.add(join);
            }
        });
        scope.promote(promoted);
        demoted.forEach(Join::demote);
        return demoted;
    }

    private Built part(Node part, boolean branchNegated, boolean currentNegated) {
        return switch (part) {
            case Node.And _, Node.Or _, Node.Xor _, Node.Not _ ->
                    group(And.of(part), branchNegated, currentNegated);
            case Node.Exists(var query) -> plain(operands.exists(query));
            case Node.Truth(var condition) -> plain(truth(scope, condition, reuse));
            default -> leaf(part, branchNegated, currentNegated);
        };
    }

    private static Built plain(Fragment sql) {
        return new Built(sql, Set.of());
    }

    @SuppressWarnings("ReferenceEquality") // the very side that is compared
    private Built leaf(Node leaf, boolean branchNegated, boolean currentNegated) {
        Node operand = operandOf(leaf);
        FieldPath path = operand == null ? null : columnIn(operand);
        if (path == null) {
            return plain(operands.condition(leaf));
        }
        int steps = scope.stepsToMany(path);
        if (steps >= 0 && branchNegated && splits) {
            // What is compared with is joined out here, and may be the very row that is meant.
            leaf.map(part -> {
                if (part != operand) {
                    join(part);
                }
                return part;
            });
            return new Built(noneOf(leaf, path, steps), Set.of());
        }
        Set<Join> used = new HashSet<>();
        Set<Join> before = scope.watch(used);
        Fragment sql = operands.condition(leaf);
        scope.watch(before);
        if (before != null) {
            before.addAll(used);
        }
        Scope.Place place = scope.resolve(path, reuse);
        boolean askedNull = leaf instanceof Node.IsNull(var _, var expected) && expected;
        boolean outer = askedNull && !currentNegated;
        if (currentNegated && !askedNull) {
            outer = true;
            if (!(leaf instanceof Node.IsNull)) {
                sql = known(sql, place, leaf);
            }
        }
        return new Built(sql, outer ? Set.of() : used);
    }

    private void join(Node value) {
        if (value instanceof Node.Field(var path)) {
            scope.resolve(path, reuse);
        } else {
            value.map(part -> {
                join(part);
                return part;
            });
        }
    }

    /// What is unknown does not hold, so that its negation does: `NOT` alone would lose those rows.
    private Fragment known(Fragment sql, Scope.Place place, Node leaf) {
        if (sql.never() || sql.always()) {
            return sql;
        }
        List<Fragment> all = new ArrayList<>(List.of(sql));
        Join join = place.join();
        if (place.mayBeNull() || (join != null && !join.inner())) {
            all.add(Fragment.of(scope.sql(place) + " IS NOT NULL"));
        }
        if (leaf instanceof Node.Compare(var _, var _, Node.Field(var other))) {
            Scope.Place right = scope.resolve(other, reuse);
            if (right.mayBeNull()) {
                all.add(Fragment.of(scope.sql(right) + " IS NOT NULL"));
            }
        }
        return all.size() == 1 ? sql : Fragment.join(" AND ", all).wrapped("(", ")");
    }

    private static @Nullable Node operandOf(Node leaf) {
        return switch (leaf) {
            case Node.Compare(var _, var left, var _) -> left;
            case Node.IsNull(var operand, var _) -> operand;
            case Node.In(var operand, var _) -> operand;
            case Node.InQuery(var operand, var _) -> operand;
            case Node.Range(var operand, var _, var _) -> operand;
            default -> null;
        };
    }

    /// {@return the column that an operand is, or is a transform of; `null` for anything else}
    private static @Nullable FieldPath columnIn(Node operand) {
        return switch (operand) {
            case Node.Field(var path) -> path;
            case Node.Extract(var _, var value, var _) -> columnIn(value);
            case Node.Trunc(var _, var value, var _, var _) -> columnIn(value);
            case Node.JsonPath(var document, var _, var _) -> columnIn(document);
            case Node.Call(var _, var args) when args.size() == 1 -> columnIn(args.getFirst());
            default -> null;
        };
    }

    /// A negated condition on a relation to many rows speaks of all of them: none may meet it.
    private Fragment noneOf(Node leaf, FieldPath path, int steps) {
        List<String> names = path.names();
        FieldPath owner = FieldPath.of(names.subList(0, steps));
        FieldPath rest = FieldPath.of(names.subList(steps, names.size()));
        Scope.Place key = scope.resolve(owner, reuse);
        Node moved = moved(leaf, path, rest);
        Select query = Select.from(owner(path, steps)).stepping(related(moved));
        Scope inner = scope.inner(query);
        Fragment met = filter(inner, moved);
        if (met.never()) {
            return met;
        }
        Scope.Place innerKey = inner.resolve(FieldPath.ROOT, null);
        List<Fragment> all = new ArrayList<>();
        if (!met.always()) {
            all.add(met);
        }
        Fragment same = sameRow(inner, key);
        all.add(same == null ? inner.same(innerKey, scope, key) : same);
        return Fragment.concat(
                inner.from().wrapped("EXISTS (SELECT 1", " WHERE "),
                Fragment.join(" AND ", all).wrapped("", ")"));
    }

    /// The steps of the query inside: its condition, and what relations go by names of their own.
    private List<Node> related(Node condition) {
        List<Node> steps = new ArrayList<>(1);
        for (Node step : scope.query().steps()) {
            if (step instanceof Node.Relate) {
                steps.add(step);
            }
        }
        steps.add(condition);
        return steps;
    }

    private ModelMapping<?> owner(FieldPath path, int steps) {
        ModelMapping<?> at = scope.root();
        for (String name : path.names().subList(0, steps)) {
            at = Objects.requireNonNull(at.relation(name)).target().get();
        }
        return at;
    }

    /// Where the same call asks for a related row already, the negation speaks of that row.
    @SuppressWarnings("ReferenceEquality") // joins are told by identity
    private @Nullable Fragment sameRow(Scope inner, Scope.Place key) {
        Join far = inner.firstHop();
        Join near = far == null ? null : scope.firstOf(far.table);
        if (far == null || near == null) {
            return null;
        }
        boolean known =
                reuse != null
                        && reuse.contains(near)
                        && near.columns.equals(far.columns)
                        && near.parent == key.join();
        return known
                ? Scope.sameRow(
                        scope.dialect(), Objects.requireNonNull(near), Objects.requireNonNull(far))
                : null;
    }

    /// The leaf, its column counted from further on; what it is compared with stays outside.
    private Node moved(Node leaf, FieldPath from, FieldPath to) {
        return switch (leaf) {
            case Node.Compare(var lookup, var left, var right) ->
                    new Node.Compare(lookup, shorter(left, from, to), outside(right));
            case Node.IsNull(var operand, var expected) ->
                    new Node.IsNull(shorter(operand, from, to), expected);
            case Node.In(var operand, var values) ->
                    new Node.In(
                            shorter(operand, from, to),
                            values.stream()
                                    .map(v -> v instanceof Node node ? outside(node) : v)
                                    .toList());
            case Node.InQuery(var operand, var query) ->
                    new Node.InQuery(shorter(operand, from, to), query);
            case Node.Range(var operand, var low, var high) ->
                    new Node.Range(shorter(operand, from, to), outside(low), outside(high));
            default -> throw new IllegalArgumentException(leaf + " has no operand.");
        };
    }

    private static Node shorter(Node operand, FieldPath from, FieldPath to) {
        return operand instanceof Node.Field(var path) && path.equals(from)
                ? new Node.Field(to)
                : operand.map(part -> shorter(part, from, to));
    }

    private static Node outside(Node value) {
        return switch (value) {
            case Node.Field(var path) -> new Node.Outer(path, 1);
            case Node.Ref(var name) -> new Node.Outer(FieldPath.of(name), 1);
            case Node.Outer(var path, var steps) -> new Node.Outer(path, steps + 1);
            default -> value.map(Filters::outside);
        };
    }
}
