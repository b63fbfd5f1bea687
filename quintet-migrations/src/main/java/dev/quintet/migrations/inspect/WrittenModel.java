package dev.quintet.migrations.inspect;

/// A model that was written from a table, as Java source.
///
/// @param table that it is of
/// @param name of the class
/// @param source of its file
public record WrittenModel(String table, String name, String source) {}
