package dev.quintet.orm;

import org.jspecify.annotations.Nullable;

/// Rows by the keys that lead to them: a map that takes little room, since each result has one for
/// each path along which it joins rows. Few keys, as those of a page, are looked through in their
/// order and take the room of their number; more are hashed.
final class KnownRows {

    private static final int FEW = 24;
    private static final int FIRST_ROOM = 8;

    /// Keys at even places, each with its row behind it; where they are hashed, at most three
    /// quarters of them are taken.
    private @Nullable Object[] places;

    private int count;

    /// @param most how many keys there can be, as far as that is known
    KnownRows(long most) {
        this.places = new Object[2 * (int) Math.max(1, most <= FEW ? most : FIRST_ROOM)];
    }

    @Nullable Entity get(Object key) {
        int at = place(key);
        return at < places.length ? (Entity) places[at + 1] : null;
    }

    /// Adds a row of a key that is not there.
    void put(Object key, Entity row) {
        if (hashed() ? count * 8 >= places.length * 3 : count * 2 == places.length) {
            grow();
        }
        int at = place(key);
        places[at] = key;
        places[at + 1] = row;
        count++;
    }

    private boolean hashed() {
        return places.length > 2 * FEW;
    }

    private void grow() {
        @Nullable Object[] before = places;
        int keys = before.length / 2;
        places = new Object[2 * (keys < FEW ? FEW : Integer.highestOneBit(keys) * 4)];
        count = 0;
        for (int i = 0; i < before.length; i += 2) {
            Object key = before[i];
            if (key != null) {
                int at = place(key);
                places[at] = key;
                places[at + 1] = before[i + 1];
                count++;
            }
        }
    }

    /// {@return where a key is, or where it would be: behind the last place where there is no room}
    private int place(Object key) {
        if (!hashed()) {
            int at = 0;
            while (at < count * 2 && !key.equals(places[at])) {
                at += 2;
            }
            return at;
        }
        int hash = key.hashCode() * 0x9E3779B9;
        int last = places.length / 2 - 1;
        int at = (hash ^ hash >>> 16) & last;
        while (places[at * 2] != null && !key.equals(places[at * 2])) {
            at = at + 1 & last;
        }
        return at * 2;
    }
}
