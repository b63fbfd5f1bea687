package dev.quintet.orm;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object is about to be saved, or was.
///
/// @param instance the object
/// @param created whether it has a new row; always false before the save
/// @param fields names of the fields that were asked for, or `null` for all
/// @param database alias of the database
/// @param <M> the model
public record SaveEvent<M extends Entity>(
        M instance, boolean created, @Nullable Set<String> fields, String database) {}
