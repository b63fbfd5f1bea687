package dev.quintet.orm;

import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ORM knows of an object that was loaded or saved. The states of generated mappings hold
/// its fields besides, as the row has them: one object for both, since every row has one.
public abstract class EntityState {

    Origin origin = Origin.of(Databases.DEFAULT);

    @Nullable Annotations annotations;

    /// For generated mappings.
    protected EntityState() {}

    /// Of an object whose fields are not known to be those of its row.
    static final class Unsure extends EntityState {}

    /// {@return whether it holds what the fields were}
    boolean holdsFields() {
        return !(this instanceof Unsure);
    }

    /// Takes the object's fields for those of a row that nothing else is known of.
    static <M extends Entity> EntityState begin(ModelMapping<M> mapping, M object, Origin origin) {
        EntityState made = mapping.snapshot(object);
        made.origin = origin;
        object.state = made;
        return made;
    }

    /// Takes the object's fields for those of its row, and keeps what else is known of it.
    <M extends Entity> void renew(ModelMapping<M> mapping, M object) {
        object.state = mapping.snapshot(object).like(this);
    }

    /// Holds the object's fields no more: the next save writes all of them.
    void doubt(Entity object) {
        object.state = new Unsure().like(this);
    }

    final EntityState like(EntityState other) {
        origin = other.origin;
        annotations = other.annotations;
        return this;
    }

    String database() {
        return origin.database();
    }

    /// {@return the numbers of the fields that were loaded; null means all of them}
    @Nullable BitSet loaded() {
        return origin.loaded();
    }

    /// Notes that fields are loaded that were not.
    void load(BitSet fields) {
        BitSet before = origin.loaded();
        if (before != null) {
            BitSet all = (BitSet) before.clone();
            all.or(fields);
            origin = origin.with(all);
        }
    }

    boolean hasLoaded(int field) {
        BitSet loaded = origin.loaded();
        return loaded == null || loaded.get(field);
    }

    /// Values that a query worked out for one row.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Annotations(List<String> names, List<Node> nodes, @Nullable Object[] values) {

        /// Adds a value that the query did not work out, but something behind it.
        static Annotations with(@Nullable Annotations known, String name, @Nullable Object value) {
            List<String> names = new ArrayList<>(known == null ? List.of() : known.names);
            List<Node> nodes = new ArrayList<>(known == null ? List.of() : known.nodes);
            @Nullable Object[] values =
                    known == null ? new Object[1] : Arrays.copyOf(known.values, names.size() + 1);
            names.add(name);
            nodes.add(new Node.Ref(name));
            values[values.length - 1] = value;
            return new Annotations(names, nodes, values);
        }

        @Nullable Object value(Node node) {
            int at = nodes.indexOf(node);
            if (at < 0) {
                throw new NotAnnotatedException(names);
            }
            return values[at];
        }

        @Nullable Object named(String name) {
            int at = names.lastIndexOf(name);
            return at < 0 ? null : values[at];
        }
    }
}
