package dev.quintet.forms;

import dev.quintet.forms.widget.Choice;
import dev.quintet.forms.widget.Choices;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of a query as choices: the browser sends their keys. Read once a form, when it is
/// shown; what was submitted is looked up among them by the database.
///
/// @param <T> the model
final class EntityChoices<T extends Entity> {

    private QuerySet<T> rows;
    private Function<? super T, ? extends CharSequence> label = Object::toString;
    private @Nullable Function<? super T, ? extends CharSequence> group;
    private @Nullable CharSequence none;
    private @Nullable List<Choice<T>> read;
    private @Nullable ModelMapping<?> mapping;
    private @Nullable SharedRows shared;
    private String field = "";

    EntityChoices(QuerySet<T> rows) {
        this.rows = rows;
    }

    void rows(QuerySet<T> rows) {
        this.rows = rows;
        this.read = null;
    }

    void label(Function<? super T, ? extends CharSequence> label) {
        this.label = label;
        this.read = null;
    }

    void group(Function<? super T, ? extends CharSequence> group) {
        this.group = group;
        this.read = null;
    }

    void none(@Nullable CharSequence label) {
        this.none = label;
        this.read = null;
    }

    /// Lets the forms of a set read rows together.
    ///
    /// @param field its name in each of them
    void share(SharedRows shared, String field) {
        this.shared = shared;
        this.field = field;
    }

    Choices<T> choices() {
        return Choices.lazy(this::all);
    }

    /// {@return a choice for each of these rows, and for the first others: for a control that asks
    /// the server for the rest}
    Choices<T> some(Collection<?> keys, int others) {
        var all = new ArrayList<Choice<T>>();
        if (none != null) {
            all.add(new Choice.One<>(null, "", none));
        }
        var found = new LinkedHashSet<T>();
        if (!keys.isEmpty()) {
            found.addAll(find(keys.stream().map(RowKey::text).toList()));
        }
        if (others > 0) {
            found.addAll(shared == null ? rows.limit(others).list() : shared.first(rows, others));
        }
        for (T row : found) {
            all.add(new Choice.One<>(row, keyText(row), label.apply(row)));
        }
        return Choices.ofAll(all);
    }

    QuerySet<T> rows() {
        return rows;
    }

    CharSequence labelOf(T row) {
        return label.apply(row);
    }

    private List<Choice<T>> all() {
        List<Choice<T>> known = read;
        if (known != null) {
            return known;
        }
        var all = new ArrayList<Choice<T>>();
        if (none != null) {
            all.add(new Choice.One<>(null, "", none));
        }
        Map<String, List<Choice.One<T>>> groups = new LinkedHashMap<>();
        for (T row : shared == null ? rows : shared.all(rows)) {
            var one = new Choice.One<>(row, keyText(row), label.apply(row));
            if (group == null) {
                all.add(one);
            } else {
                groups.computeIfAbsent(group.apply(row).toString(), _ -> new ArrayList<>())
                        .add(one);
            }
        }
        groups.forEach((name, ones) -> all.add(new Choice.Group<>(name, ones)));
        read = all;
        return all;
    }

    /// {@return the row of a key among those that can be chosen, or `null`}
    @Nullable T find(String key) {
        List<T> found = find(List.of(key));
        return found.isEmpty() ? null : found.getFirst();
    }

    /// {@return the rows of these keys among those that can be chosen, in the query's order}
    List<T> find(List<String> keys) {
        return shared == null ? ask(keys) : shared.find(this, field, keys);
    }

    List<T> ask(List<String> keys) {
        return RowKey.among(rows, keys).list();
    }

    /// {@return whether a text can be a key of these rows}
    boolean canBeKey(String text) {
        return RowKey.read(mapping(), text) != null;
    }

    /// {@return a key as it is written, however somebody wrote it}
    String written(String text) {
        return RowKey.text(RowKey.read(mapping(), text));
    }

    String keyText(T row) {
        return RowKey.text(row);
    }

    /// {@return the key of a row, or a key of several fields, as controls hold it; other values as
    /// they are}
    static @Nullable Object keyOf(@Nullable Object value) {
        return switch (value) {
            case Entity row -> plain(RowKey.of(row));
            case List<?> parts -> RowKey.text(parts);
            case null, default -> value;
        };
    }

    /// Whole numbers may be shown as the language writes them.
    private static @Nullable Object plain(@Nullable Object key) {
        return key == null || key instanceof Long || key instanceof Integer
                ? key
                : RowKey.text(key);
    }

    private ModelMapping<?> mapping() {
        ModelMapping<?> known = mapping;
        if (known == null) {
            mapping = known = rows.mapping();
        }
        return known;
    }
}
