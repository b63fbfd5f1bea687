package dev.quintet.bench.templates;

/// A line of the fortunes page.
///
/// @param id its number
/// @param message its text
public record Fortune(int id, String message) {}
