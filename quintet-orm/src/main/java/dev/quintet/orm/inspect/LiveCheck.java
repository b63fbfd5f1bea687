package dev.quintet.orm.inspect;

/// A condition on each row as the database has it.
///
/// @param name in the database; empty where it has none
/// @param condition as SQL, in the database's own spelling
public record LiveCheck(String name, String condition) {}
