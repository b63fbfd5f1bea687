package dev.quintet.migrations.inspect;

import dev.quintet.orm.inspect.LiveColumn;
import dev.quintet.orm.inspect.LiveIndex;
import dev.quintet.orm.inspect.LiveKey;
import dev.quintet.orm.inspect.LiveTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables that many-to-many relations make by themselves, as the ORM and Django name them: the
/// relation is a field of the model whose table's name they begin with.
final class JoinTables {

    private static final int COLUMNS = 3;

    private final Map<String, LiveTable> tables;
    private final Map<String, String> types;

    /// @param tables all, by name
    /// @param types names of their classes, by table
    JoinTables(Map<String, LiveTable> tables, Map<String, String> types) {
        this.tables = tables;
        this.types = types;
    }

    /// A many-to-many relation.
    ///
    /// @param owner the table of the model that has the field
    /// @param name of the field, in words as the database has them
    /// @param target the table that it leads to
    record Join(String owner, String name, String target) {}

    /// {@return the relation that a table is, or `null` where it is none}
    @Nullable Join of(LiveTable table) {
        List<String> ends =
                table.columns().stream()
                        .map(LiveColumn::name)
                        .filter(name -> !name.equals("id"))
                        .toList();
        boolean plain =
                table.columns().size() == COLUMNS
                        && table.key().equals(List.of("id"))
                        && ends.size() == 2
                        && table.keys().size() == 2
                        && table.indexes().stream().anyMatch(one -> unique(one, ends));
        if (!plain) {
            return null;
        }
        for (LiveKey one : table.keys()) {
            LiveKey other = table.keys().get(table.keys().getFirst().equals(one) ? 1 : 0);
            boolean named = table.name().startsWith(one.table() + "_");
            if (named && usual(one, other)) {
                return new Join(
                        one.table(),
                        table.name().substring(one.table().length() + 1),
                        other.table());
            }
        }
        return null;
    }

    private static boolean unique(LiveIndex index, List<String> columns) {
        return index.unique() && Set.copyOf(index.columns()).equals(Set.copyOf(columns));
    }

    private boolean usual(LiveKey from, LiveKey to) {
        if (!tables.containsKey(from.table()) || !tables.containsKey(to.table())) {
            return false;
        }
        boolean self = from.table().equals(to.table());
        return from.columns().equals(List.of((self ? "from_" : "") + column(from.table())))
                && to.columns().equals(List.of((self ? "to_" : "") + column(to.table())));
    }

    private String column(String table) {
        String type = types.getOrDefault(table, "");
        return type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) + "_id";
    }

    /// {@return the relations among some tables, by the table between}
    Map<String, Join> among(Iterable<LiveTable> some) {
        Map<String, Join> joins = new LinkedHashMap<>();
        for (LiveTable table : some) {
            Join join = of(table);
            if (join != null) {
                joins.put(table.name(), join);
            }
        }
        return joins;
    }
}
