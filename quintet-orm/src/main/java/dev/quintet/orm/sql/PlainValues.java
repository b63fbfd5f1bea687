package dev.quintet.orm.sql;

import dev.quintet.orm.KeptValue;
import org.jspecify.annotations.Nullable;

/// Values that meet no known column, as JDBC takes them.
public final class PlainValues {

    private PlainValues() {}

    /// {@return a value as it is bound; null is NULL}
    public static @Nullable Object of(@Nullable Object value) {
        Object meant = value instanceof KeptValue kept ? kept.value(null) : value;
        return meant == null ? null : Coercion.plain(meant);
    }
}
