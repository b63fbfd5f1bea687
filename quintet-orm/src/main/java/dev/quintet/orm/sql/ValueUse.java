package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.json.Json;
import dev.quintet.orm.KeptValue;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a query's value goes, and what it is turned into on the way.
///
/// @param number of the value, counted from 0
/// @param type kind of the column that it meets, or `null`
/// @param codec of the field that it meets, or `null`
/// @param search the text search that it is for, or `null`
/// @param secret whether observers see `****`
/// @param many whether it is a list of such values
/// @param part which part of it goes there, from 0, where it is a composite key; else -1
record ValueUse(
        int number,
        @Nullable SqlType type,
        @Nullable Codec<?> codec,
        @Nullable Lookup search,
        boolean secret,
        boolean many,
        int part) {

    private static final SqlType JSON = new SqlType.Json();

    /// One value.
    ValueUse(
            int number,
            @Nullable SqlType type,
            @Nullable Codec<?> codec,
            @Nullable Lookup search,
            boolean secret) {
        this(number, type, codec, search, secret, false, -1);
    }

    /// {@return the same for a list of such values, bound as one array}
    ValueUse several() {
        return new ValueUse(number, type, codec, search, secret, true, part);
    }

    /// {@return the same for one part of a composite key}
    ValueUse part(int part) {
        return new ValueUse(number, type, codec, search, secret, many, part);
    }

    /// {@return the kind of the parameter}
    @Nullable SqlType bound() {
        return many && type != null ? new SqlType.ArrayOf(type) : type;
    }

    static ValueUse plain(int number) {
        return new ValueUse(number, null, null, null, false);
    }

    /// A value that a document, or a part of one, is compared with.
    static ValueUse json(int number) {
        return new ValueUse(number, JSON, null, null, false);
    }

    @Nullable Object encode(Dialect dialect, @Nullable Object value) {
        if (!many) {
            return encodeOne(dialect, value);
        }
        List<@Nullable Object> all = new ArrayList<>();
        for (Object one : (List<?>) Objects.requireNonNull(value)) {
            all.add(encodeOne(dialect, one));
        }
        return all;
    }

    private @Nullable Object encodeOne(Dialect dialect, @Nullable Object whole) {
        Object value = part < 0 ? whole : partOf(whole);
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

    private @Nullable Object partOf(@Nullable Object key) {
        Object all = key instanceof KeptValue object ? object.value(null) : key;
        if (all == null) {
            return null;
        }
        if (all instanceof List<?> parts && part < parts.size()) {
            return parts.get(part);
        }
        throw new QueryException(
                Problem.of("orm.E262", "'" + all + "' is no composite key.")
                        .fixedBy("Give the row itself, or a list of the values of its key."));
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
