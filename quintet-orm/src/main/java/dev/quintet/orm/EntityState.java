package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
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

        @Nullable Object value(Node node) {
            int at = nodes.indexOf(node);
            if (at < 0) {
                throw new NotAnnotatedException(names);
            }
            return values[at];
        }

        @Nullable Object named(String name) {
            int at = names.indexOf(name);
            return at < 0 ? null : values[at];
        }
    }
}
