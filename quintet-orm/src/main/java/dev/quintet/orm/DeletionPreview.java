package dev.quintet.orm;

import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What would go if rows were deleted: a tree of the rows that go with them, how many of each
/// model, and what keeps them from going. Nothing is deleted. Django: `NestedObjects`, which the
/// admin asks before it deletes.
///
/// Immutable. Read in a few statements a model; of many rows only the first are loaded, all are
/// counted.
public final class DeletionPreview {

    /// How many rows of one model are loaded for the tree.
    public static final int MOST_SHOWN = 500;

    private static final int MOST_KEYS = 500;

    private final Leaders leaders;
    private final Map<ModelMapping<?>, Set<Object>> going = new LinkedHashMap<>();
    private final Map<ModelMapping<?>, Long> counts = new LinkedHashMap<>();
    private final List<Entity> keepers = new ArrayList<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final List<Branch> roots;
    private long shown;

    /// A row that goes, and the rows that go because of it.
    ///
    /// @param row the row
    /// @param below those that lead to it, in the order of their models
    public record Branch(Entity row, List<Branch> below) {}

    private record Restriction(ModelMapping<?> model, Entity row) {}

    private DeletionPreview(ModelMapping<?> model, Collection<? extends Entity> rows) {
        this.leaders = Leaders.known(model);
        this.roots = branches(model.concrete(), rows);
        for (Restriction one : restrictions) {
            Set<Object> also = going.getOrDefault(one.model(), Set.of());
            if (!also.contains(Keys.of(one.row()))) {
                keepers.add(one.row());
            }
        }
    }

    /// {@return what would go with these rows}
    ///
    /// @param rows of one model, saved
    public static <M extends Entity> DeletionPreview of(
            ModelMapping<M> model, Collection<? extends M> rows) {
        return new DeletionPreview(model, rows);
    }

    private List<Branch> branches(ModelMapping<?> model, Collection<? extends Entity> rows) {
        Set<Object> known = going.computeIfAbsent(model, _ -> new LinkedHashSet<>());
        Map<Object, Branch> fresh = new LinkedHashMap<>();
        for (Entity row : rows) {
            Object key = Keys.of(row);
            if (key != null && known.add(key)) {
                fresh.put(key, new Branch(row, new ArrayList<>()));
            }
        }
        counts.merge(model, (long) fresh.size(), Long::sum);
        shown += fresh.size();
        if (!fresh.isEmpty()) {
            for (Leaders.Key key : leaders.of(model)) {
                follow(fresh, key);
            }
        }
        return List.copyOf(fresh.values());
    }

    private void follow(Map<Object, Branch> above, Leaders.Key key) {
        switch (key.relation().onDelete()) {
            case CASCADE, DB_CASCADE -> {
                List<Entity> rows = leading(above, key);
                for (Branch branch : branches(key.from().concrete(), rows)) {
                    Branch of = above.get(kept(branch.row(), key.field()));
                    if (of != null) {
                        of.below().add(branch);
                    }
                }
            }
            case PROTECT -> keepers.addAll(leading(above, key));
            case RESTRICT ->
                    leading(above, key)
                            .forEach(row ->
                                    restrictions.add(new Restriction(key.from().concrete(), row)));
            default -> {
                // They stay, and lead elsewhere or nowhere.
            }
        }
    }

    private List<Entity> leading(Map<Object, Branch> above, Leaders.Key key) {
        List<Entity> found = new ArrayList<>();
        for (List<Object> chunk : Keys.chunks(above.keySet(), MOST_KEYS)) {
            QuerySet<?> rows =
                    QuerySet.of(key.from()).filter(key.field().name() + "__in", chunk).orderBy();
            int room = MOST_SHOWN - found.size();
            if (room > 0) {
                rows.limit(room).forEach(found::add);
            }
            if (found.size() >= MOST_SHOWN) {
                long more = rows.count() - Math.max(room, 0);
                counts.merge(key.from().concrete(), Math.max(more, 0), Long::sum);
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // the mapping of a row's class takes the row
    private static @Nullable Object kept(Entity row, FieldState field) {
        ModelMapping<Entity> mapping = (ModelMapping<Entity>) Mappings.of(row.getClass());
        return mapping.read(row, field.name());
    }

    /// {@return the rows that were asked about, each with what goes with it}
    public List<Branch> roots() {
        return roots;
    }

    /// {@return how many rows of each model go, those between two tables apart}
    public Map<ModelMapping<?>, Long> counts() {
        return Map.copyOf(counts);
    }

    /// {@return the rows that keep the others from going, 500 of them at most for each way}
    public List<Entity> keepers() {
        return List.copyOf(keepers);
    }

    /// {@return whether more rows go than the tree shows}
    public boolean cut() {
        return counts.values().stream().mapToLong(Long::longValue).sum() > shown;
    }
}
