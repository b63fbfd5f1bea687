package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ORM knows of an object that was loaded or saved.
final class EntityState {

    final String database;

    /// The fields as the row has them; null when it is not known what they were.
    @Nullable Object snapshot;

    /// The numbers of the fields that were loaded; null means all of them.
    @Nullable BitSet loaded;

    /// The rows of the same result; null when there are none.
    @Nullable Peers peers;

    @Nullable Annotations annotations;

    EntityState(String database) {
        this.database = database;
    }

    boolean hasLoaded(int field) {
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
