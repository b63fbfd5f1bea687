package dev.quintet.admin;

import dev.quintet.orm.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the list of a model's rows looks. Filled by the constructor of a {@link ModelAdmin}, not
/// changed afterwards.
///
/// @param <M> the model
final class ListOptions<M extends Entity> {

    static final int PER_PAGE = 100;
    static final int MAX_SHOW_ALL = 200;

    /// A field that is searched.
    ///
    /// @param path of the field
    /// @param lookup how it is compared, such as `icontains`
    record SearchField(String path, String lookup) {}

    final List<ShownColumn<M>> columns = new ArrayList<>();
    final Set<String> links = new LinkedHashSet<>();
    final List<String> editable = new ArrayList<>();
    final List<ListFilter<M>> filters = new ArrayList<>();
    final List<SearchField> search = new ArrayList<>();
    final Map<String, AdminAction<M>> actions = new LinkedHashMap<>();
    List<String> ordering = List.of();
    @Nullable FieldAt dateHierarchy;
    CharSequence searchHelp = "";
    CharSequence empty = "-";
    int perPage = PER_PAGE;
    int maxShowAll = MAX_SHOW_ALL;
    boolean linked = true;
    boolean fullCount = true;
    boolean big;
    boolean imports = true;
    boolean facets;
    boolean deletes = true;

    /// {@return whether a column's text leads to its row}
    boolean links(ShownColumn<M> column, boolean first) {
        return linked && (links.isEmpty() ? first : links.contains(column.name()));
    }
}
