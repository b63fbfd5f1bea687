package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a factory fills an object: whether it saves, and the models that it is in the middle of.
/// Immutable.
///
/// @param saves whether what is made is saved
/// @param path labels of the models whose objects wait for the one being made
record Filling(boolean saves, List<String> path) {

    static Filling saving() {
        return new Filling(true, List.of());
    }

    static Filling inMemory() {
        return new Filling(false, List.of());
    }

    Filling into(String label) {
        if (path.contains(label)) {
            throw new FactoryException(
                    Problem.of("test.E018", "To make a " + label + " a factory needs another one.")
                            .because(
                                    "Each must lead to the next: "
                                            + String.join(" -> ", path)
                                            + " -> "
                                            + label
                                            + ".")
                            .fixedBy(
                                    "Set one of these relations to a row that is there, by with(...)."));
        }
        var longer = new ArrayList<>(path);
        longer.add(label);
        return new Filling(saves, List.copyOf(longer));
    }

    /// Puts a value into each field that must have one and has none.
    <M extends Entity> void fill(ModelMapping<M> mapping, M object, long number) {
        List<FieldState> columns = mapping.columns();
        for (int i = 0; i < columns.size(); i++) {
            FieldState field = columns.get(i);
            if (field.relation() == null
                    && !mapping.isPartOfRelation(field.name())
                    && lacks(field, mapping.read(object, field.name()))) {
                Object stored = SampleValues.of(field, mapping.sqlType(i), number);
                mapping.write(object, field.name(), decoded(mapping.fieldCodec(i), stored));
            }
        }
    }

    /// Makes what each relation must lead to and does not yet.
    <M extends Entity> void relate(ModelMapping<M> mapping, M object) {
        for (ModelRelation relation : mapping.relations()) {
            FieldState field = mapping.state().find(relation.name());
            if (relation.kind() != ModelRelation.Kind.TO_ONE || field == null) {
                continue;
            }
            Entity target = Places.target(mapping, object, relation.name());
            if (target != null && saves && Places.isUnsaved(target)) {
                target.save();
            } else if (target == null
                    && !field.nullable()
                    && mapping.read(object, field.name()) == null) {
                Entity made = Factory.of(relation.target().get()).make(this);
                Places.set(mapping, object, relation.name(), made);
            }
        }
    }

    private static boolean lacks(FieldState field, @Nullable Object value) {
        if (field.nullable() || field.type().auto()) {
            return false;
        }
        boolean alone = field.unique() || field.primaryKey();
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty() && (alone || !field.blank());
            case Number number -> alone && number.doubleValue() == 0;
            default -> false;
        };
    }

    private static <V extends @Nullable Object> V decoded(Codec<V> codec, Object stored) {
        return codec.decode(stored);
    }
}
