package dev.quintet.orm;

import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Takes the model's classes out of its constraints and indexes: constants of its enums become what
/// the columns hold, and names get their placeholders filled in.
final class StoredValues {

    private final ModelState model;

    private StoredValues(ModelState model) {
        this.model = model;
    }

    static StoredValues of(ModelState model) {
        return new StoredValues(model);
    }

    ConstraintState constraint(ConstraintState state) {
        String name = filled(state.name());
        return switch (state) {
            case ConstraintState.Check it ->
                    new ConstraintState.Check(name, node(it.condition()), it.message(), it.code());
            case ConstraintState.Unique it ->
                    new ConstraintState.Unique(
                            name,
                            parts(it.parts()),
                            orNull(it.condition()),
                            it.include(),
                            it.deferral(),
                            it.nullsDistinct(),
                            it.message(),
                            it.code());
            case ConstraintState.Exclusion it ->
                    new ConstraintState.Exclusion(
                            name,
                            it.method(),
                            it.parts().stream()
                                    .map(one ->
                                            new ConstraintState.Against(
                                                    part(one.part()), one.operator()))
                                    .toList(),
                            orNull(it.condition()),
                            it.deferral(),
                            it.message(),
                            it.code());
        };
    }

    IndexState index(IndexState it) {
        return new IndexState(
                filled(it.name()),
                parts(it.parts()),
                orNull(it.condition()),
                it.include(),
                it.method());
    }

    private String filled(String name) {
        return name.replace("%(app_label)s", model.app())
                .replace("%(class)s", model.name().toLowerCase(Locale.ROOT));
    }

    private List<IndexState.Part> parts(List<IndexState.Part> parts) {
        return parts.stream().map(this::part).toList();
    }

    private IndexState.Part part(IndexState.Part part) {
        return part.expression() == null
                ? part
                : new IndexState.Part(
                        null, node(part.expression()), part.descending(), part.operators());
    }

    private @Nullable Node orNull(@Nullable Node node) {
        return node == null ? null : node(node);
    }

    Node node(Node node) {
        return switch (node) {
            case Node.Compare(var lookup, var left, var right) ->
                    new Node.Compare(lookup, node(left), met(right, left));
            case Node.In(var operand, var values) ->
                    new Node.In(node(operand), met(values, operand));
            case Node.Range(var operand, var low, var high) ->
                    new Node.Range(node(operand), met(low, operand), met(high, operand));
            case Node.And(var parts) -> new Node.And(parts.stream().map(this::node).toList());
            case Node.Or(var parts) -> new Node.Or(parts.stream().map(this::node).toList());
            case Node.Not(var part) -> new Node.Not(node(part));
            default -> node;
        };
    }

    private List<Object> met(List<? extends Object> values, Node meets) {
        List<Object> stored = new ArrayList<>();
        values.forEach(value -> stored.add(stored(value, meets)));
        return stored;
    }

    private Node met(Node node, Node meets) {
        return node instanceof Node.Value(var value, var _) && value != null
                ? new Node.Value(stored(value, meets))
                : node(node);
    }

    @SuppressWarnings("EnumOrdinal") // choices stand in the order of the constants
    private Object stored(Object value, Node meets) {
        if (value instanceof Slug slug) {
            return slug.text();
        }
        if (value instanceof StoredFile file) {
            return file.name();
        }
        if (!(value instanceof Enum<?> constant)) {
            return value;
        }
        FieldState field =
                meets instanceof Node.Field(var path) ? model.find(path.names().getLast()) : null;
        return field == null || field.choices().size() <= constant.ordinal()
                ? constant.name()
                : field.choices().get(constant.ordinal()).value();
    }
}
