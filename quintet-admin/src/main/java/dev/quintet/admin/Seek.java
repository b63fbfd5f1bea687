package dev.quintet.admin;

import dev.quintet.orm.Condition;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Q;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of a table that is too big to count off: it begins behind a row, or ends before one, and
/// an index leads there however far it is. Belongs to one request.
///
/// @param <M> the model
final class Seek<M extends Entity> {

    static final String AFTER = "after";
    static final String BEFORE = "before";

    private final List<String> order;
    private final int size;

    /// The keys of the page's rows, in their order.
    private final List<Object> keys;

    private final boolean more;
    private final boolean less;

    /// @param order names of fields, the key among them
    /// @param place what {@link #place} says of the row that the page is beside, or `null` for the
    ///   first page
    /// @param backwards whether the page ends before it
    Seek(
            QuerySet<M> rows,
            List<String> order,
            int size,
            @Nullable Map<String, @Nullable Object> place,
            boolean backwards) {
        this.order = order;
        this.size = size;
        List<Object> found = keys(rows, place, backwards);
        if (backwards && found.size() <= size) {
            // Less than a page lies before it: that is the first page.
            found = keys(rows, null, false);
            this.less = false;
            this.more = found.size() > size;
            this.keys = cut(found);
        } else {
            boolean full = found.size() > size;
            this.keys = backwards ? cut(found).reversed() : cut(found);
            this.less = backwards || place != null;
            this.more = backwards || full;
        }
    }

    /// {@return whether rows have places in an order that a condition can say: each is a field of
    /// its own that always has a value}
    static boolean leads(ModelMapping<?> mapping, List<String> order) {
        return order.stream()
                .map(name -> FieldAt.find(mapping, plain(name)))
                .allMatch(at ->
                        !at.path().contains("__") && !at.isRelation() && !at.field().nullable());
    }

    /// {@return what the fields of an order hold in the row of a key, or `null` where there is
    /// none. An order by the key alone asks nothing}
    static <M extends Entity> @Nullable Map<String, @Nullable Object> place(
            ModelMapping<M> mapping, List<String> order, String key) throws BadLookupException {
        var place = new HashMap<String, @Nullable Object>();
        boolean alone = !mapping.hasCompositeKey() && order.size() == 1;
        if (alone && plain(order.getFirst()).equals(mapping.key().name())) {
            Object value = RowKey.read(mapping, key);
            if (value == null) {
                throw new BadLookupException();
            }
            place.put(mapping.key().name(), value);
            return place;
        }
        M row = RowKey.find(QuerySet.of(mapping), key);
        if (row == null) {
            return null;
        }
        order.forEach(each -> place.put(plain(each), mapping.read(row, plain(each))));
        return place;
    }

    private static String plain(String name) {
        return name.startsWith("-") ? name.substring(1) : name;
    }

    private List<Object> cut(List<Object> found) {
        return found.size() > size ? found.subList(0, size) : found;
    }

    /// One more than a page has, to know whether there is another.
    private List<Object> keys(
            QuerySet<M> rows, @Nullable Map<String, @Nullable Object> place, boolean backwards) {
        List<String> names =
                backwards
                        ? order.stream()
                                .map(name -> name.startsWith("-") ? plain(name) : "-" + name)
                                .toList()
                        : order;
        QuerySet<M> there = place == null ? rows : beyond(rows, names, place);
        return RowKey.all(
                there.orderBy(
                                names.getFirst(),
                                names.subList(1, names.size()).toArray(String[]::new))
                        .limit(size + 1L));
    }

    /// The rows behind one: its first field is larger, or the same and the next one larger, and so
    /// on. That the first is as large at least is said once more, because an index can use it.
    private QuerySet<M> beyond(
            QuerySet<M> rows, List<String> names, Map<String, @Nullable Object> place) {
        var any = new ArrayList<Condition<?>>();
        var same = new ArrayList<Condition<?>>();
        for (String name : names) {
            Object value = place.get(plain(name));
            var all = new ArrayList<Condition<?>>(same);
            all.add(Q.of(plain(name) + (name.startsWith("-") ? "__lt" : "__gt"), value));
            any.add(Q.all(all));
            same.add(Q.of(plain(name), value));
        }
        String first = names.getFirst();
        String bound = plain(first) + (first.startsWith("-") ? "__lte" : "__gte");
        return rows.filter(Q.of(bound, place.get(plain(first)))).filter(Q.any(any));
    }

    /// {@return the page's rows among those of a query}
    QuerySet<M> of(QuerySet<M> rows) {
        return RowKey.having(rows, keys);
    }

    /// {@return the key that the next page begins behind, or `null` on the last one}
    @Nullable String next() {
        return more && !keys.isEmpty() ? RowKey.text(keys.getLast()) : null;
    }

    /// {@return the key that the page before ends before, or `null` on the first one}
    @Nullable String previous() {
        return less && !keys.isEmpty() ? RowKey.text(keys.getFirst()) : null;
    }
}
