package dev.quintet.orm.sql;

import java.util.ArrayList;
import java.util.List;

/// Lists as arrays, each element by a codec of its own.
///
/// @param element the codec of the elements
record ListCodec<V>(Codec<V> element) implements Codec<List<V>> {

    @Override
    public Object encode(List<V> values) {
        List<Object> stored = new ArrayList<>(values.size());
        values.forEach(value -> stored.add(element.encode(value)));
        return stored;
    }

    @Override
    public List<V> decode(Object stored) {
        List<V> values = new ArrayList<>();
        for (Object one : (List<?>) stored) {
            values.add(element.decode(one));
        }
        return values;
    }
}
