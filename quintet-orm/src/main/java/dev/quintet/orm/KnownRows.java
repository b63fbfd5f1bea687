package dev.quintet.orm;

import org.jspecify.annotations.Nullable;

/// Rows by the keys that lead to them: a map that takes little room, since each result has one for
/// each path along which it joins rows.
final class KnownRows {

    /// Keys at even places, each with its row behind it; at most half of them are taken.
    private @Nullable Object[] places = new Object[16];

    private int count;

    @Nullable Entity get(Object key) {
        return (Entity) places[place(places, key) + 1];
    }

    /// Adds a row of a key that is not there.
    void put(Object key, Entity row) {
        if (count * 4 >= places.length) {
            grow();
        }
        int at = place(places, key);
        places[at] = key;
        places[at + 1] = row;
        count++;
    }

    private void grow() {
        @Nullable Object[] wider = new Object[places.length * 2];
        for (int i = 0; i < places.length; i += 2) {
            Object key = places[i];
            if (key != null) {
                int at = place(wider, key);
                wider[at] = key;
                wider[at + 1] = places[i + 1];
            }
        }
        places = wider;
    }

    /// {@return where a key is, or where it would be}
    private static int place(@Nullable Object[] places, Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        int last = places.length / 2 - 1;
        int at = (hash ^ hash >>> 16) & last;
        while (places[at * 2] != null && !key.equals(places[at * 2])) {
            at = at + 1 & last;
        }
        return at * 2;
    }
}
