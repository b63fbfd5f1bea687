package dev.quintet.orm;

/// That no two rows of one day, month or year have the same value of a field. Django:
/// `unique_for_date`.
///
/// @param field that is unique
/// @param date the field that tells the day
/// @param part `date`, `month` or `year`
public record UniqueFor(String field, String date, String part) {}
