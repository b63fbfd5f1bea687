package dev.quintet.orm;

/// A row that was asked for, and whether it had to be made.
///
/// @param object the row
/// @param created whether it is new
/// @param <M> the model
public record GotOrCreated<M extends Entity>(M object, boolean created) {}
