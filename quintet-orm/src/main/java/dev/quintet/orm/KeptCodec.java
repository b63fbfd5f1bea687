package dev.quintet.orm;

import dev.quintet.orm.sql.Codec;

/// Keys that keep a field of the target that is not its key: an object is stored as that field.
///
/// @param field the target's
record KeptCodec(String field) implements Codec<Object> {

    @Override
    public Object encode(Object value) {
        return value instanceof KeptValue kept ? kept.value(field) : value;
    }

    @Override
    public Object decode(Object stored) {
        return stored;
    }
}
