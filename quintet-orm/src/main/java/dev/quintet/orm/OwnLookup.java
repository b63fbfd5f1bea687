package dev.quintet.orm;

/// A lookup of a site's own for queries told by names, in its setting {@link OrmSettings#LOOKUPS}.
/// Django: `register_lookup` with a `Lookup`.
///
/// ```java
/// Map.of("ne", (field, value) -> OwnSql.condition("? <> ?", field, value))
/// ```
@FunctionalInterface
public interface OwnLookup {

    /// {@return the condition}
    ///
    /// @param field what stands before the lookup: a field, or a transform of one
    /// @param value what the query compares it with, bound; NULL where it was given null
    Condition<?> compare(F field, F value);
}
