package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys in the trees of queries, composite ones too.
final class KeyNodes {

    private KeyNodes() {}

    /// {@return the fields of a model's key}
    static List<Node> of(ModelMapping<?> model) {
        List<Node> nodes = new ArrayList<>();
        for (int number : model.keyNumbers()) {
            nodes.add(field(model, number));
        }
        return nodes;
    }

    /// {@return a model's key as one side of a comparison, of however many fields}
    static Node whole(ModelMapping<?> model) {
        return model.hasCompositeKey()
                ? new Node.Field(FieldPath.ROOT)
                : field(model, model.keyNumbers()[0]);
    }

    /// {@return a key made of the values of its fields}
    @SuppressWarnings("NullAway") // a value of no key may be null, and its readers know
    static Object key(@Nullable Object[] values) {
        return values.length == 1 ? values[0] : List.of(values);
    }

    /// {@return the condition that a row has one of these keys}
    static Node among(ModelMapping<?> model, List<Object> keys) {
        int[] numbers = model.keyNumbers();
        if (numbers.length == 1) {
            return new Node.In(field(model, numbers[0]), keys);
        }
        List<Node> any = new ArrayList<>();
        keys.forEach(key -> any.add(Loading.byKey(model, key)));
        return new Node.Or(any);
    }

    /// {@return the condition that a row is one of those that a relation leads to by these keys}
    static Node kept(ModelRelation relation, List<Object> keys) {
        return relation.toField() == null
                ? among(relation.target().get(), keys)
                : new Node.In(new Node.Field(FieldPath.of(relation.toField())), keys);
    }

    private static Node field(ModelMapping<?> model, int number) {
        return new Node.Field(FieldPath.of(model.columns().get(number).name()));
    }
}
