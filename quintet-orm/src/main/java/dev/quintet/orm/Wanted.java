package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The row that is looked for, and made where it is not there.
///
/// @param condition what it meets
/// @param values what a new one holds, by field
record Wanted(Node condition, Map<String, @Nullable Object> values) {

    /// {@return the row with these values}
    static Wanted of(List<? extends Assignment<?>> values) {
        List<Node> all = new ArrayList<>();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Assignment<?> value : values) {
            Node field = new Node.Field(value.field());
            Object constant = constant(value);
            all.add(
                    constant == null
                            ? new Node.IsNull(field, true)
                            : new Node.Compare(Lookup.EXACT, field, new Node.Value(constant)));
            fields.put(value.field().names().getFirst(), constant);
        }
        return new Wanted(new Node.And(all), fields);
    }

    /// {@return the row that meets these lookups; those that are plain names are what a new one
    /// holds}
    static Wanted of(Map<String, ? extends @Nullable Object> lookups) {
        List<Node> all = new ArrayList<>();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (var one : lookups.entrySet()) {
            all.add(Q.of(one.getKey(), one.getValue()).node());
            if (!one.getKey().contains("__")) {
                fields.put(one.getKey(), one.getValue());
            }
        }
        return new Wanted(new Node.And(all), fields);
    }

    /// Puts values into an object by the names of fields; one that a `Supplier` gives is asked for
    /// now.
    static <M extends Entity> void write(
            ModelMapping<M> mapping, M object, Map<String, ? extends @Nullable Object> values) {
        for (var one : values.entrySet()) {
            Object value =
                    one.getValue() instanceof Supplier<?> given ? given.get() : one.getValue();
            if (one.getKey().equals("pk")
                    && mapping.hasCompositeKey()
                    && value instanceof List<?> parts) {
                write(mapping, object, keyParts(mapping, parts));
                continue;
            }
            String field = field(mapping, one.getKey());
            if (value == null) {
                mapping.write(object, field, null);
            } else {
                BetweenRows.write(mapping, object, field, told(mapping, field, value));
            }
        }
    }

    private static Map<String, @Nullable Object> keyParts(ModelMapping<?> mapping, List<?> parts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(mapping.keyFields().get(i).name(), parts.get(i));
        }
        return values;
    }

    /// Text for a slug or an enum, as the string form of queries gives it too.
    private static <M extends Entity> Object told(
            ModelMapping<M> mapping, String field, Object value) {
        int number = mapping.number(field);
        boolean text =
                number >= 0
                        && value instanceof String
                        && (mapping.sqlType(number) instanceof SqlType.VarChar
                                || mapping.sqlType(number) instanceof SqlType.Text);
        Object decoded = text ? mapping.codec(number).decode(value) : null;
        return decoded == null ? value : decoded;
    }

    /// `pk` is the key, and `artist_id` the key that `artist` keeps.
    private static String field(ModelMapping<?> mapping, String name) {
        if (name.equals("pk")) {
            return mapping.key().name();
        }
        boolean kept =
                mapping.number(name) < 0 && mapping.relation(name) == null && name.endsWith("_id");
        return kept ? name.substring(0, name.length() - "_id".length()) : name;
    }

    private static @Nullable Object constant(Assignment<?> value) {
        if (value.value() instanceof Node.Value(var constant, var _)
                && value.field().names().size() == 1) {
            return constant;
        }
        throw new QueryException(
                Problem.of("orm.E160", "A row is found and made by values, not by expressions.")
                        .because("It concerns " + value.field() + ".")
                        .fixedBy("Set fields of the model itself to plain values."));
    }
}
