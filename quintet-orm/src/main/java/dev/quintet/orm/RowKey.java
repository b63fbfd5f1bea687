package dev.quintet.orm;

import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The keys of rows as text, and back: the one place that addresses, forms, logs and columns that
/// name rows of any model go through.
///
/// A key of one field is the text of its value: `42`, `0198c0de-…`, `Opera`. One of several fields
/// is the texts of its parts with `~` between them, `Opera~2`; in a part of it `~` is written `%7E`
/// and `%` is written `%25`. A key that was written is read as the same key.
///
/// A key is what the columns hold: one value, or a list of them where the key has several fields.
/// Conditions by names take it: `rows.filter("pk", key)`.
public final class RowKey {

    private static final char BETWEEN = '~';
    private static final String BETWEEN_IN_PART = "%7E";
    private static final char MARK = '%';
    private static final String MARK_IN_PART = "%25";

    private RowKey() {}

    /// {@return the key of an object, or `null` when it has none yet}
    public static @Nullable Object of(Entity row) {
        return Keys.of(row);
    }

    /// {@return the text of an object's key, or of a key; empty when there is none}
    ///
    /// @param rowOrKey a list where the key has several fields
    public static String text(@Nullable Object rowOrKey) {
        return switch (rowOrKey) {
            case null -> "";
            case Entity row -> text(Keys.of(row));
            case List<?> parts -> {
                var text = new StringJoiner(String.valueOf(BETWEEN));
                parts.forEach(
                        part -> text.add(escaped(ColumnText.of(Objects.requireNonNull(part)))));
                yield text.toString();
            }
            default -> ColumnText.of(rowOrKey);
        };
    }

    private static String escaped(String part) {
        return part.replace(String.valueOf(MARK), MARK_IN_PART)
                .replace(String.valueOf(BETWEEN), BETWEEN_IN_PART);
    }

    /// {@return the key that a text means, whether a row has it or not; `null` where no row of the
    /// model can have such a key}
    public static @Nullable Object read(ModelMapping<?> model, String text) {
        int[] numbers = model.keyNumbers();
        if (numbers.length == 1) {
            return ColumnText.read(model.sqlType(numbers[0]), text);
        }
        String[] texts = text.split(String.valueOf(BETWEEN), -1);
        if (texts.length != numbers.length) {
            return null;
        }
        var parts = new ArrayList<Object>();
        for (int i = 0; i < numbers.length; i++) {
            String plain = plain(texts[i]);
            Object part = plain == null ? null : ColumnText.read(model.sqlType(numbers[i]), plain);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    private static @Nullable String plain(String part) {
        String left = part.replace(MARK_IN_PART, "").replace(BETWEEN_IN_PART, "");
        if (left.indexOf(MARK) >= 0) {
            return null;
        }
        return part.replace(BETWEEN_IN_PART, String.valueOf(BETWEEN))
                .replace(MARK_IN_PART, String.valueOf(MARK));
    }

    /// {@return those rows of a query whose keys these texts mean; texts that can be no key mean
    /// none}
    public static <M extends Entity> QuerySet<M> among(QuerySet<M> rows, Collection<String> texts) {
        ModelMapping<M> model = rows.mapping();
        var keys = new ArrayList<Object>();
        for (String text : texts) {
            Object key = read(model, text);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys.isEmpty() ? rows.none() : having(rows, keys);
    }

    /// {@return those rows of a query that have one of these keys}
    public static <M extends Entity> QuerySet<M> having(QuerySet<M> rows, Collection<Object> keys) {
        return keys.isEmpty()
                ? rows.none()
                : rows.filter(new Node.In(KeyNodes.whole(rows.mapping()), List.copyOf(keys)));
    }

    /// {@return the row of a query whose key a text means, or `null` when there is none}
    public static <M extends Entity> @Nullable M find(QuerySet<M> rows, String text) {
        List<M> found = among(rows, List.of(text)).list();
        return found.isEmpty() ? null : found.getFirst();
    }

    /// {@return the keys of a query's rows, in their order, in one statement}
    public static <M extends Entity> List<Object> all(QuerySet<M> rows) {
        ModelMapping<M> model = rows.mapping();
        List<FieldState> fields = model.keyFields();
        String[] names = fields.stream().map(FieldState::name).toArray(String[]::new);
        var keys = new ArrayList<Object>();
        for (List<@Nullable Object> values : rows.valuesList(names)) {
            var parts = new ArrayList<Object>();
            for (int i = 0; i < names.length; i++) {
                parts.add(stored(model, names[i], Objects.requireNonNull(values.get(i))));
            }
            keys.add(parts.size() == 1 ? parts.getFirst() : List.copyOf(parts));
        }
        return keys;
    }

    /// As the column holds it: what names ask for is what Java declares.
    @SuppressWarnings("unchecked") // the codec is of the field, and so is the value
    private static Object stored(ModelMapping<?> model, String name, Object value) {
        return model.relation(name) != null
                ? value
                : ((Codec<Object>) model.fieldCodec(model.number(name))).encode(value);
    }
}
