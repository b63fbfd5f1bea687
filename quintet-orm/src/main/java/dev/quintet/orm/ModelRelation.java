package dev.quintet.orm;

import dev.quintet.orm.state.RelationState;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A way from one model to another.
///
/// @param kind how the two are tied
/// @param name of the field that holds the relation
/// @param target the other model's mapping; asked for late, because models lead to each other in
///   circles
/// @param field the other model's field, for reverses; else `null`
/// @param through the table between, for many-to-many; else `null`
public record ModelRelation(
        Kind kind,
        String name,
        Supplier<ModelMapping<?>> target,
        @Nullable String field,
        RelationState.@Nullable Through through) {

    /// How two models are tied.
    public enum Kind {
        /// The own table has a key of the other's row.
        TO_ONE,
        /// The other table has a key of this one's row.
        REVERSE,
        /// The other table has a key of this one's row, and no two have the same.
        REVERSE_ONE,
        /// A third table has both keys.
        MANY_TO_MANY
    }

    /// {@return whether it may lead to several rows}
    public boolean many() {
        return kind == Kind.REVERSE || kind == Kind.MANY_TO_MANY;
    }

    /// The place of a relation in an object: a {@link ForeignKey}, a {@link Related} and so on.
    public sealed interface Holder permits ToMany, ToOne {}
}
