package dev.quintet.orm;

/// An object is about to be deleted, or was.
///
/// @param instance the object, its key still in it
/// @param origin what the deletion began with: an object or a {@link QuerySet}
/// @param database alias of the database
/// @param <M> the model
public record DeleteEvent<M extends Entity>(M instance, Object origin, String database) {}
