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
    /// Its key becomes what the relation says: `foreignKey(() -> ...)`. Django: `SET(...)`.
    SET,
    /// Nothing here; the database decides.
    DO_NOTHING,
    /// The database deletes it as well, in the same statement: no signal is sent, no row is loaded.
    DB_CASCADE,
    /// The database makes its key null; the relation must allow null.
    DB_SET_NULL,
    /// The database makes its key the column's own default.
    DB_SET_DEFAULT;

    /// {@return whether the database does it by itself}
    public boolean byDatabase() {
        return this == DB_CASCADE || this == DB_SET_NULL || this == DB_SET_DEFAULT;
    }
}
