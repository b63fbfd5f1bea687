package dev.quintet.migrations.inspect;

import dev.quintet.orm.inspect.LiveColumn;
import dev.quintet.orm.inspect.LiveKey;
import dev.quintet.orm.inspect.LiveTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The foreign keys of a table that relations can say: those of one column, and those of several
/// that lead to a whole key of several.
final class ToldKeys {

    private final LiveTable table;
    private final Map<String, LiveTable> tables;

    /// @param tables all that are written, by name
    ToldKeys(LiveTable table, Map<String, LiveTable> tables) {
        this.table = table;
        this.tables = tables;
    }

    /// A foreign key of several columns.
    ///
    /// @param columns in the order of the fields of the target's key
    /// @param stem what the columns begin with, each followed by the column of the target; `null`
    ///   where they are called otherwise
    record Wide(LiveKey key, List<String> columns, @Nullable String stem) {

        Wide {
            columns = List.copyOf(columns);
        }
    }

    /// {@return the key of this column alone, or `null`}
    @Nullable LiveKey single(String column) {
        for (LiveKey key : table.keys()) {
            LiveTable target = tables.get(key.table());
            if (target != null
                    && key.columns().equals(List.of(column))
                    && key.targets().size() == 1
                    && (target.key().equals(key.targets()) || isUnique(target, key.targets()))) {
                return key;
            }
        }
        return null;
    }

    static boolean isUnique(LiveTable table, List<String> columns) {
        return table.indexes().stream()
                .anyMatch(one -> one.unique() && one.plain() && one.columns().equals(columns));
    }

    /// {@return the key of several columns that this column is one of, or `null`}
    @Nullable Wide wide(String column) {
        return wide(column, new LinkedHashSet<>());
    }

    private @Nullable Wide wide(String column, Set<String> seen) {
        for (LiveKey key : table.keys()) {
            if (key.columns().contains(column) && isTold(key)) {
                LiveTable target = tables.get(key.table());
                List<String> order =
                        target == null ? List.of() : new ToldKeys(target, tables).keyOrder(seen);
                if (!Set.copyOf(order).equals(Set.copyOf(key.targets()))) {
                    continue;
                }
                List<String> columns =
                        order.stream()
                                .map(one -> key.columns().get(key.targets().indexOf(one)))
                                .toList();
                return new Wide(key, columns, stem(columns, order));
            }
        }
        return null;
    }

    /// Whether a relation may have the columns for itself, and leads somewhere or nowhere with all
    /// of them.
    private boolean isTold(LiveKey key) {
        List<String> columns = key.columns();
        if (columns.size() < 2) {
            return false;
        }
        boolean nullable = table.column(columns.getFirst()).nullable();
        boolean inKey = table.key().contains(columns.getFirst());
        return columns.stream()
                .allMatch(name -> {
                    LiveColumn column = table.column(name);
                    return column.generated() == null
                            && column.nullable() == nullable
                            && table.key().contains(name) == inKey
                            && table.keys().stream()
                                            .filter(other -> other.columns().contains(name))
                                            .count()
                                    == 1;
                });
    }

    /// The columns of the key, as the fields of the model have them: relations hold theirs
    /// together.
    private List<String> keyOrder(Set<String> seen) {
        if (table.key().size() < 2 || !seen.add(table.name())) {
            return List.of();
        }
        List<String> order = new ArrayList<>();
        for (String column : table.key()) {
            if (!order.contains(column)) {
                Wide wide = wide(column, seen);
                order.addAll(wide == null ? List.of(column) : wide.columns());
            }
        }
        seen.remove(table.name());
        return order;
    }

    private static @Nullable String stem(List<String> columns, List<String> targets) {
        String first = columns.getFirst();
        String ending = "_" + targets.getFirst();
        if (!first.endsWith(ending) || first.length() == ending.length()) {
            return null;
        }
        String stem = first.substring(0, first.length() - ending.length());
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).equals(stem + "_" + targets.get(i))) {
                return null;
            }
        }
        return stem;
    }
}
