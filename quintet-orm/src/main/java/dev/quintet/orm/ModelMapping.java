package dev.quintet.orm;

import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Between the rows of a table and the objects of a model class. The annotation processor writes
/// one for each model, as readable source; nothing is done by reflection.
///
/// Fields are numbered as {@link ModelState#columns} has them, from 0. Safe for many threads.
///
/// @param <M> the model
public abstract class ModelMapping<M extends Entity> {

    private final Class<M> type;
    private final ModelState state;
    private final List<FieldState> columns;
    private final List<ModelRelation> relations;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, ModelRelation> relationsByName = new HashMap<>();

    /// A mapping between `type` and the table that `state` describes.
    ///
    /// @param relations all that lead somewhere: keys of its own, reverses, many-to-many
    protected ModelMapping(Class<M> type, ModelState state, List<ModelRelation> relations) {
        this.type = type;
        this.state = state;
        this.columns = state.columns();
        this.relations = List.copyOf(relations);
        for (int number = 0; number < columns.size(); number++) {
            numbers.put(columns.get(number).name(), number);
        }
        for (ModelRelation relation : relations) {
            relationsByName.put(relation.name(), relation);
        }
    }

    /// {@return a new, empty object}
    protected abstract M create();

    /// Reads all columns into the object, the first from column `first` of the row.
    protected abstract void loadAll(M object, Row row, int first);

    /// Reads one column into the object.
    protected abstract void load(M object, int field, Row row, int column);

    /// {@return what a field holds, as its column stores it}
    protected abstract @Nullable Object stored(M object, int field);

    /// {@return what a field holds, as Java declares it; the key where it is a relation}
    protected abstract @Nullable Object value(M object, int field);

    /// Puts a value into a field, as Java declares it; a key where it is a relation.
    protected abstract void assign(M object, int field, @Nullable Object value);

    /// {@return a copy of all fields, to tell later which have changed}
    protected abstract Object snapshot(M object);

    /// Adds the numbers of the fields that differ from the snapshot.
    protected abstract void changes(M object, Object snapshot, ChangedFields changed);

    /// Tells the object's relations whose they are.
    protected abstract void attach(M object);

    /// {@return how a field's Java values are stored}
    protected abstract Codec<?> codec(int field);

    /// {@return the relation's place in an object, by the relation's name}
    protected abstract ModelRelation.Holder holder(M object, String relation);

    /// {@return the model class}
    public final Class<M> type() {
        return type;
    }

    /// {@return what is known of the model without its class}
    public final ModelState state() {
        return state;
    }

    /// {@return the fields that have a column, in their order}
    public final List<FieldState> columns() {
        return columns;
    }

    /// {@return all relations}
    public final List<ModelRelation> relations() {
        return relations;
    }

    /// {@return the number of a field that has a column, or -1}
    public final int number(String field) {
        return numbers.getOrDefault(field, -1);
    }

    /// {@return the relation of this name, or `null`}
    public final @Nullable ModelRelation relation(String name) {
        return relationsByName.get(name);
    }

    /// {@return a relation by a key of its own}
    protected static ModelRelation toOne(String name, Supplier<ModelMapping<?>> target) {
        return new ModelRelation(ModelRelation.Kind.TO_ONE, name, target, null, null);
    }

    /// {@return the reverse of a key that the other model has}
    protected static ModelRelation reverse(
            String name, Supplier<ModelMapping<?>> target, String field) {
        return new ModelRelation(ModelRelation.Kind.REVERSE, name, target, field, null);
    }

    /// {@return the reverse of a one-to-one key that the other model has}
    protected static ModelRelation reverseOne(
            String name, Supplier<ModelMapping<?>> target, String field) {
        return new ModelRelation(ModelRelation.Kind.REVERSE_ONE, name, target, field, null);
    }

    /// {@return a relation by a table between}
    protected static ModelRelation manyToMany(
            String name,
            Supplier<ModelMapping<?>> target,
            dev.quintet.orm.state.RelationState.Through through) {
        return new ModelRelation(ModelRelation.Kind.MANY_TO_MANY, name, target, null, through);
    }
}
