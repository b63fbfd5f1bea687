package dev.quintet.orm.state;

import java.util.Objects;

/// How the database makes a column of others. Django: `GeneratedField`.
///
/// @param expression what it is made of
/// @param stored whether the value is kept with the row; if not, it is worked out on reading
public record GeneratedColumn(StateExpression expression, boolean stored) {

    /// Refuses null.
    public GeneratedColumn {
        Objects.requireNonNull(expression, "expression");
    }
}
