package dev.quintet.orm.state;

import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An index of one table. Django: `Index`.
///
/// @param name unique in the database; empty lets one be made, as Django makes it
/// @param parts what it is over, in order
/// @param condition which rows are in it, or `null` for all
/// @param include fields that are kept with it, so that a query need not look at the row
/// @param method how it is kept, such as `gin`; empty for the usual tree
public record IndexState(
        String name,
        List<Part> parts,
        @Nullable Node condition,
        List<String> include,
        String method) {

    /// A field or an expression.
    ///
    /// @param field its name, or `null` for an expression
    /// @param expression or `null` for a field
    /// @param descending whether the greatest comes first
    /// @param operators class of operators, such as `varchar_pattern_ops`; empty for the usual
    public record Part(
            @Nullable String field,
            @Nullable Node expression,
            boolean descending,
            String operators) {

        /// Refuses what is neither.
        public Part {
            if ((field == null) == (expression == null)) {
                throw new IllegalArgumentException("A field or an expression is needed.");
            }
            Objects.requireNonNull(operators, "operators");
        }

        /// {@return a field; one that begins with `-` runs downwards}
        public static Part of(String field) {
            boolean down = field.startsWith("-");
            return new Part(down ? field.substring(1) : field, null, down, "");
        }
    }

    /// Keeps copies.
    public IndexState {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /// {@return an index over fields; one that begins with `-` runs downwards}
    public static IndexState of(String name, List<String> fields) {
        List<Part> parts = new ArrayList<>();
        fields.forEach(field -> parts.add(Part.of(field)));
        return new IndexState(name, parts, null, List.of(), "");
    }

    /// {@return this index under another name}
    public IndexState named(String name) {
        return new IndexState(name, parts, condition, include, method);
    }

    /// {@return whether all parts are fields}
    public boolean plain() {
        return parts.stream().allMatch(part -> part.field() != null);
    }
}
