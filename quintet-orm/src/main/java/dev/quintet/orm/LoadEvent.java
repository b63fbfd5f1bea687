package dev.quintet.orm;

/// An object was read from a row.
///
/// @param instance the object
/// @param <M> the model
public record LoadEvent<M extends Entity>(M instance) {}
