package dev.quintet.orm;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import java.util.List;
import java.util.Objects;
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
/// @param toField the target's field whose value is kept, where it is not its key; else `null`
/// @param symmetrical whether a many-to-many relation of a model to itself always runs both ways
/// @param generic the two fields of the other model by which its rows lead to rows of any model; of
///   the own model, for the way back over such; else `null`
/// @param parts names of the own fields that keep the target's key, where that is composite, in the
///   order of the key's fields; else empty
public record ModelRelation(
        Kind kind,
        String name,
        Supplier<ModelMapping<?>> target,
        @Nullable String field,
        RelationState.@Nullable Through through,
        @Nullable String toField,
        boolean symmetrical,
        @Nullable GenericTie generic,
        List<String> parts) {

    /// A relation by a key, or by a table between.
    public ModelRelation(
            Kind kind,
            String name,
            Supplier<ModelMapping<?>> target,
            @Nullable String field,
            RelationState.@Nullable Through through,
            @Nullable String toField,
            boolean symmetrical) {
        this(kind, name, target, field, through, toField, symmetrical, null, List.of());
    }

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

    /// Notes that objects may stand for more than their keys.
    public ModelRelation {
        parts = List.copyOf(parts);
        if (toField != null) {
            KeptValue.use();
        }
    }

    /// {@return whether it may lead to several rows}
    public boolean many() {
        return kind == Kind.REVERSE || kind == Kind.MANY_TO_MANY;
    }

    /// {@return whether it is kept in several columns, because the target's key is composite}
    public boolean parted() {
        return !parts.isEmpty();
    }

    /// {@return the fields of the model that declares it which keep what it leads by}
    ///
    /// @param from the model of this side
    public List<FieldState> fields(ModelMapping<?> from) {
        if (!parted()) {
            return List.of(from.columns().get(from.number(name)));
        }
        return parts.stream().map(part -> from.columns().get(from.number(part))).toList();
    }

    /// {@return the numbers of the fields that keep what it leads by}
    int[] numbers(ModelMapping<?> from) {
        return parted()
                ? parts.stream().mapToInt(from::number).toArray()
                : new int[] {from.number(name)};
    }

    /// {@return the target's fields whose values a key of its own table keeps}
    public List<FieldState> targetFields() {
        return parted() ? target.get().keyFields() : List.of(targetField());
    }

    /// {@return the target's field whose value a key of its own table keeps}
    public FieldState targetField() {
        ModelMapping<?> to = target.get();
        return toField == null ? to.key() : to.columns().get(to.number(toField));
    }

    /// {@return whether a name of the target's says what the own table keeps anyway}
    public boolean keeps(String name) {
        ModelMapping<?> to = target.get();
        if (toField != null) {
            return toField.equals(name);
        }
        return name.equals("pk") || to.isKey(to.number(name));
    }

    /// {@return the fields of this side whose values the other table's key keeps, for reverses}
    ///
    /// @param from the model of this side
    public List<FieldState> ownFields(ModelMapping<?> from) {
        ModelRelation key = back();
        if (key != null && key.parted()) {
            return from.keyFields();
        }
        String kept = key == null ? null : key.toField();
        return List.of(kept == null ? from.key() : from.columns().get(from.number(kept)));
    }

    /// {@return the fields of the other table that keep what leads here, for reverses}
    public List<FieldState> backFields() {
        ModelMapping<?> other = target.get();
        ModelRelation key = back();
        return key == null
                ? List.of(other.columns().get(other.number(Objects.requireNonNull(field))))
                : key.fields(other);
    }

    /// {@return the other model's relation that leads here, or `null`: the tie to a model above is
    /// one that no field declares}
    private @Nullable ModelRelation back() {
        return target.get().relation(Objects.requireNonNull(field, "a reverse"));
    }

    /// {@return what a key that leads to `object` keeps, or `null` when it has none yet}
    public @Nullable Object keptOf(Entity object) {
        return KeptValue.of(object, toField);
    }

    /// The place of a relation in an object: a {@link ForeignKey}, a {@link Related} and so on.
    public sealed interface Holder permits GenericForeignKey, ToMany, ToOne {}
}
