package dev.quintet.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The two fields by which a row leads to a row of any model. Django: the arguments of
/// `GenericForeignKey`.
///
/// @param name of the field that shows the row, a {@link GenericForeignKey}
/// @param type name of the foreign key that says of which model the row is
/// @param key name of the field that keeps the row's key
/// @param back what queries of the leading model call one model that it leads to, for the reverse
///   that this model declares; `null` for no such name. Django: `related_query_name`
public record GenericTie(String name, String type, String key, @Nullable String back) {

    /// Refuses nulls.
    public GenericTie {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(key, "key");
    }

    /// Two fields of the leading model.
    public GenericTie(String name, String type, String key) {
        this(name, type, key, null);
    }
}
