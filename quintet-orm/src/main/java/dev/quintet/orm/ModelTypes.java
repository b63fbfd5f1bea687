package dev.quintet.orm;

import java.util.Collection;
import java.util.Map;

/// Knows the models by keys that rows can keep: what relations to rows of any model lead by. The
/// module `quintet-contenttypes` provides it; found by {@link java.util.ServiceLoader}.
public interface ModelTypes {

    /// {@return the key by which rows of a database name a model}
    ///
    /// @param model not a proxy
    /// @param alias of the database
    Object keyOf(ModelMapping<?> model, String alias);

    /// {@return the models that these keys name; a key without an entry names none}
    ///
    /// @param alias of the database
    Map<Object, ModelMapping<?>> modelsOf(Collection<?> keys, String alias);
}
