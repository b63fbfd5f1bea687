package dev.quintet.bench.templates;

/// A line of the table page.
///
/// @param id its number
/// @param title written in capitals
/// @param artist as it is
/// @param stock how many are left
/// @param label may be empty
public record Row(int id, String title, String artist, int stock, String label) {}
