package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;

/// A relation to those of its rows that meet conditions, for a query to go by a name of its own: in
/// SQL the conditions stand behind ON. Immutable. Django: `FilteredRelation`.
public final class FilteredRelation {

    private final String relation;
    private final Node condition;

    private FilteredRelation(String relation, Node condition) {
        this.relation = relation;
        this.condition = condition;
    }

    /// {@return a relation of the query's model}
    ///
    /// @param conditions whose paths begin with the relation: `reviews__stars`
    public static FilteredRelation of(String relation, Condition<?>... conditions) {
        return new FilteredRelation(relation, new Node.And(nodes(conditions)));
    }

    /// {@return a relation of the query's model}
    public static FilteredRelation of(Relation<?, ?> relation, Condition<?>... conditions) {
        return of(((Node.Field) relation.node()).path().toString(), conditions);
    }

    private static List<Node> nodes(Condition<?>... conditions) {
        List<Node> nodes = new ArrayList<>(conditions.length);
        for (Condition<?> condition : conditions) {
            nodes.add(condition.node());
        }
        return nodes;
    }

    /// {@return the steps of a query, and this one}
    List<Node> among(Select query, String name) {
        ModelMapping<?> model = query.model();
        boolean free = !model.names().contains(name) && name.matches("\\w+");
        if (model.relation(relation) == null || !free) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E133",
                                    "'" + relation + "' cannot go by the name '" + name + "'.")
                            .because("It takes a relation of the model, and a name that is free.")
                            .fixedBy(
                                    "The relations are: "
                                            + String.join(
                                                    ", ",
                                                    model.relations().stream()
                                                            .map(ModelRelation::name)
                                                            .toList())
                                            + "."));
        }
        List<Node> steps = new ArrayList<>(query.steps());
        steps.add(new Node.Relate(name, relation, Names.resolve(query, condition)));
        return steps;
    }
}
