package dev.quintet.orm;

import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final int[] keyNumbers;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, ModelRelation> relationsByName = new ConcurrentHashMap<>();

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
        this.keyNumbers =
                java.util.stream.IntStream.range(0, columns.size())
                        .filter(number -> columns.get(number).primaryKey())
                        .toArray();
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

    /// {@return the numbers of the fields that make the key}
    final int[] keyNumbers() {
        return keyNumbers;
    }

    /// {@return the field that is the key}
    ///
    /// @throws MappingException when the key is composite
    public final FieldState key() {
        if (keyNumbers.length != 1) {
            throw new MappingException(
                    dev.quintet.kernel.error.Problem.of(
                            "orm.E002", state.label() + " has a key of several fields."));
        }
        return columns.get(keyNumbers[0]);
    }

    /// {@return the kind of a field's column; that of the target's key for a relation}
    public final SqlType sqlType(int number) {
        SqlType own = columns.get(number).type().sql();
        if (!(own instanceof SqlType.TargetKey)) {
            return own;
        }
        ModelRelation relation = relationsByName.get(columns.get(number).name());
        if (relation == null) {
            throw new IllegalStateException(columns.get(number).name() + " leads nowhere.");
        }
        ModelMapping<?> target = relation.target().get();
        return target.sqlType(target.keyNumbers[0]);
    }

    /// {@return how a field's Java values are stored, for the compiler of queries}
    public final Codec<?> fieldCodec(int number) {
        return codec(number);
    }

    /// {@return the names of all fields and relations, for messages}
    public final List<String> names() {
        return java.util.stream.Stream.concat(
                        columns.stream().map(FieldState::name),
                        relations.stream().map(ModelRelation::name))
                .distinct()
                .toList();
    }

    /// {@return a new object as its initialisers leave it, its relations knowing whose they are:
    /// for code that knows the model by its mapping only}
    public final M blank() {
        M object = create();
        attach(object);
        return object;
    }

    /// {@return what a field with a column holds, as Java declares it; the key where it is a
    /// relation}
    ///
    /// @throws UnknownFieldException when the model has no such field
    public final @Nullable Object read(M object, String field) {
        return value(object, known(field));
    }

    /// Puts a value into a field with a column, as Java declares it; a key where it is a relation.
    ///
    /// @throws UnknownFieldException when the model has no such field
    /// @throws MappingException when the value is of another type
    public final void write(M object, String field, @Nullable Object value) {
        assign(object, known(field), value);
    }

    /// {@return the place of a relation in an object: a {@link ForeignKey}, a {@link Related}}
    public final ModelRelation.Holder place(M object, String relation) {
        return holder(object, relation);
    }

    private int known(String field) {
        int number = number(field);
        if (number < 0) {
            throw new UnknownFieldException(state.label(), field, names());
        }
        return number;
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

    /// {@return the name by which queries of the target reach back over a many-to-many relation
    /// that it need not have declared}
    final String wayBack(ModelRelation manyToMany) {
        ModelMapping<?> target = manyToMany.target().get();
        String name = "+" + state.label() + "." + manyToMany.name();
        var through = java.util.Objects.requireNonNull(manyToMany.through());
        target.relationsByName.computeIfAbsent(
                name,
                _ ->
                        manyToMany(
                                name,
                                () -> this,
                                new RelationState.Through(
                                        through.table(), through.to(), through.from())));
        return name;
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
            String name, Supplier<ModelMapping<?>> target, RelationState.Through through) {
        return new ModelRelation(ModelRelation.Kind.MANY_TO_MANY, name, target, null, through);
    }
}
