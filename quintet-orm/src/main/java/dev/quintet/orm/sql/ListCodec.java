package dev.quintet.orm.sql;

import java.util.ArrayList;
import java.util.List;

/// Lists as arrays, each element by a codec of its own.
///
/// @param element the codec of the elements
record ListCodec<V>(Codec<V> element) implements Codec<List<V>> {

    @Override
    @SuppressWarnings("NullAway") // an array may hold NULL, whatever the list says of itself
    public Object encode(List<V> values) {
        List<Object> stored = new ArrayList<>(values.size());
        values.forEach(value -> stored.add(value == null ? null : element.encode(value)));
        return stored;
    }

    @Override
    @SuppressWarnings("NullAway") // an array may hold NULL, whatever the list says of itself
    public List<V> decode(Object stored) {
        List<V> values = new ArrayList<>();
        for (Object one : (List<?>) stored) {
            values.add(one == null ? null : element.decode(one));
        }
        return values;
    }
}
