package dev.quintet.orm.sql;

import dev.quintet.kernel.json.Json;
import dev.quintet.orm.KeptValue;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import org.jspecify.annotations.Nullable;

/// Where a query's value goes, and what it is turned into on the way.
///
/// @param number of the value, counted from 0
/// @param type kind of the column that it meets, or `null`
/// @param codec of the field that it meets, or `null`
/// @param search the text search that it is for, or `null`
/// @param secret whether observers see `****`
record ValueUse(
        int number,
        @Nullable SqlType type,
        @Nullable Codec<?> codec,
        @Nullable Lookup search,
        boolean secret) {

    private static final SqlType JSON = new SqlType.Json();

    static ValueUse plain(int number) {
        return new ValueUse(number, null, null, null, false);
    }

    /// A value that a document, or a part of one, is compared with.
    static ValueUse json(int number) {
        return new ValueUse(number, JSON, null, null, false);
    }

    @Nullable Object encode(Dialect dialect, @Nullable Object value) {
        if (type instanceof SqlType.Json && codec == null) {
            return Json.text(value);
        }
        if (value == null) {
            return null;
        }
        Object stored = codec == null ? value : encodeBy(codec, value);
        if (stored instanceof KeptValue object) {
            stored = object.value(null);
        }
        if (search != null) {
            return dialect.searched(search, String.valueOf(stored));
        }
        return type == null ? Coercion.plain(stored) : Coercion.to(type, stored);
    }

    @SuppressWarnings("unchecked") // a field's codec gets the field's own type, or is told below
    private static Object encodeBy(Codec<?> codec, Object value) {
        try {
            return ((Codec<Object>) codec).encode(value);
        } catch (ClassCastException alreadyStored) {
            // Text for a slug or an enum, as the string form of queries gives it.
            return value;
        }
    }
}
