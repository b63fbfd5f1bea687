package dev.quintet.migrations;

/// A migration to apply, or to take back.
///
/// @param migration which
/// @param backwards whether it is taken back
public record Step(Migration migration, boolean backwards) {}
