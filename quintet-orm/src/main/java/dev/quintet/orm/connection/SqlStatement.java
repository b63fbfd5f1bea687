package dev.quintet.orm.connection;

import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SQL text and the kinds of its parameters: all of a statement but its values.
///
/// @param sql with `?` in the place of each value
/// @param parameters in order
public record SqlStatement(String sql, List<Parameter> parameters) {

    /// One `?`.
    ///
    /// @param type kind of the value; `null` where it is not known
    /// @param secret whether observers see `****`
    public record Parameter(@Nullable SqlType type, boolean secret) {}

    /// Keeps a copy.
    public SqlStatement {
        parameters = List.copyOf(parameters);
    }

    /// {@return a statement without parameters}
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of());
    }

    boolean isSecret(int parameter) {
        return parameter < parameters.size() && parameters.get(parameter).secret();
    }

    /// {@return the values as observers may see them}
    List<@Nullable Object> masked(@Nullable Object[] values) {
        var seen = new ArrayList<@Nullable Object>(values.length);
        for (int i = 0; i < values.length; i++) {
            seen.add(isSecret(i) ? "****" : values[i]);
        }
        return seen;
    }
}
