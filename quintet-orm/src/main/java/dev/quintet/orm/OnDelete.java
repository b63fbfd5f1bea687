package dev.quintet.orm;

/// What happens to a row when the row that it points to is deleted. Django: `on_delete`.
public enum OnDelete {
    /// It is deleted as well.
    CASCADE,
    /// The deletion is refused.
    PROTECT,
    /// The deletion is refused, unless the row goes by another cascade of the same deletion.
    RESTRICT,
    /// Its key becomes null; the relation must allow null.
    SET_NULL,
    /// Its key becomes the field's default.
    SET_DEFAULT,
    /// Nothing here; the database decides.
    DO_NOTHING
}
