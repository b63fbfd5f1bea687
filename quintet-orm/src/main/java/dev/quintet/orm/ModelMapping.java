package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.validate.Validator;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final @Nullable ModelMapping<? super M> extended;
    private final @Nullable ModelMapping<? super M> parent;
    private final @Nullable ModelRelation parentLink;
    private final int inherited;
    private volatile @Nullable Boolean freshKeys;
    private volatile @Nullable Select rows;
    private volatile int @Nullable [] fileNumbers;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, ModelRelation> relationsByName = new ConcurrentHashMap<>();

    /// A mapping between `type` and the table that `state` describes.
    ///
    /// @param relations all that lead somewhere: keys of its own, reverses, many-to-many
    protected ModelMapping(Class<M> type, ModelState state, List<ModelRelation> relations) {
        this(type, state, relations, null);
    }

    /// A mapping of a model that extends another one with a table.
    ///
    /// @param extended the mapping of that model, or `null`
    protected ModelMapping(
            Class<M> type,
            ModelState state,
            List<ModelRelation> relations,
            @Nullable ModelMapping<? super M> extended) {
        this.type = type;
        this.state = state;
        this.relations = List.copyOf(relations);
        this.extended = extended;
        boolean proxy = state.options().proxy();
        this.columns = extended == null ? state.columns() : joined(extended, state);
        this.parent = extended == null || !proxy ? concrete(extended) : extended.parent;
        this.inherited = parent == null ? 0 : parent.columns.size();
        for (int number = 0; number < columns.size(); number++) {
            numbers.put(columns.get(number).name(), number);
        }
        this.keyNumbers =
                IntStream.range(inherited, columns.size())
                        .filter(number -> columns.get(number).primaryKey())
                        .toArray();
        for (ModelRelation relation : relations) {
            relationsByName.put(relation.name(), relation);
        }
        this.parentLink = parent == null ? null : link(parent);
    }

    private static List<FieldState> joined(ModelMapping<?> extended, ModelState state) {
        List<FieldState> all = new ArrayList<>(extended.columns);
        all.addAll(state.columns());
        return List.copyOf(all);
    }

    private static <P extends Entity> @Nullable ModelMapping<P> concrete(
            @Nullable ModelMapping<P> mapping) {
        @Nullable ModelMapping<P> at = mapping;
        while (at != null && at.state.options().proxy()) {
            @SuppressWarnings("unchecked") // a proxy's rows are its parent's
            ModelMapping<P> above = (ModelMapping<P>) at.extended;
            at = above;
        }
        return at;
    }

    /// The key says in Java what the tie to the parent says in the database: both names lead to the
    /// own column, so that no join is needed for the key.
    private ModelRelation link(ModelMapping<? super M> above) {
        FieldState tie = columns.get(keyNumbers[0]);
        for (int key : above.keyNumbers) {
            numbers.put(above.columns.get(key).name(), keyNumbers[0]);
        }
        for (ModelMapping<?> at = above; at != null; at = at.parent) {
            for (int key : at.keyNumbers) {
                numbers.put(at.columns.get(key).name(), keyNumbers[0]);
            }
        }
        ModelRelation relation = toOne(tie.name(), () -> above);
        relationsByName.put(tie.name(), relation);
        return relation;
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
    protected @Nullable Object value(M object, int field) {
        return stored(object, field);
    }

    /// Puts a value into a field, as Java declares it; a key where it is a relation.
    protected abstract void assign(M object, int field, @Nullable Object value);

    /// {@return a copy of all fields but the key, to tell later which have changed}
    protected abstract EntityState snapshot(M object);

    /// Adds the numbers of the fields that differ from the snapshot.
    protected abstract void changes(M object, EntityState snapshot, ChangedFields changed);

    /// Tells the object's relations whose they are.
    protected abstract void attach(M object);

    /// {@return how a field's Java values are stored}
    protected Codec<?> codec(int field) {
        return Codec.identity();
    }

    /// {@return what limits the rows that a relation may be given, or `null`}
    protected @Nullable LimitTo<?> limit(String relation) {
        return null;
    }

    /// {@return the relation's place in an object, by the relation's name}
    protected abstract ModelRelation.Holder holder(M object, String relation);

    /// {@return the number of the field that counts how often the row was written, or -1}
    protected int version() {
        return -1;
    }

    /// {@return the fields by which its rows lead to rows of any model}
    public List<GenericTie> generics() {
        return List.of();
    }

    /// {@return whether a field shows a row of any model}
    public final boolean leadsAnywhere(String name) {
        return generics().stream().anyMatch(tie -> tie.name().equals(name));
    }

    /// {@return the fields by which its rows lead to rows of any model}
    ///
    /// @param name of the field that shows the row
    /// @throws UnknownFieldException when there is none of this name
    public final GenericTie generic(String name) {
        for (GenericTie tie : generics()) {
            if (tie.name().equals(name)) {
                return tie;
            }
        }
        throw new UnknownFieldException(state.label(), name, names());
    }

    /// {@return what the values of a field must satisfy besides what its type asks for}
    protected List<Validator<?>> validators(int field) {
        return List.of();
    }

    /// {@return the fields that are unique for a day, a month or a year}
    protected List<UniqueFor> uniqueFor() {
        return List.of();
    }

    /// {@return the rows that are meant where nothing else is said, as the catalogue's `all()` has
    /// them: all, or those of the scope that `@Meta(defaultManager)` names}
    public QuerySet<M> defaultRows() {
        return QuerySet.of(this);
    }

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

    /// {@return a field of the model, or else of those that it extends, with a column or without;
    /// `null` where none has it}
    public final @Nullable FieldState field(String name) {
        for (ModelMapping<?> at = this; at != null; at = at.extended) {
            FieldState found = at.state.find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// {@return the model that the class extends, if that has a table or is a proxy of one}
    public final @Nullable ModelMapping<? super M> extended() {
        return extended;
    }

    /// {@return the model whose table has the first columns of its rows, or `null` when its own
    /// table has all}
    public final @Nullable ModelMapping<? super M> parent() {
        return parent;
    }

    /// {@return the tie to {@link #parent}}
    ///
    /// @throws IllegalStateException when there is none
    public final ModelRelation parentLink() {
        if (parentLink == null) {
            throw new IllegalStateException(state.label() + " extends no other table.");
        }
        return parentLink;
    }

    /// {@return whether a column is in the table of the parent, or further above}
    public final boolean inherits(int number) {
        return number < inherited;
    }

    /// {@return the number of the first column of the own table}
    final int firstOwn() {
        return inherited;
    }

    /// {@return the model whose table its rows are of: itself, or what it is a proxy of}
    public final ModelMapping<?> concrete() {
        ModelMapping<?> at = this;
        while (at.extended != null && at.state.options().proxy()) {
            at = at.extended;
        }
        return at;
    }

    /// {@return all rows as a tree: what every query begins with}
    final Select rows() {
        Select known = rows;
        if (known == null) {
            rows = known = Select.from(this);
        }
        return known;
    }

    /// {@return whether each new object has a key of its own from its initialisers, such as a
    /// random UUID: its row cannot be there yet}
    final boolean freshKeys() {
        Boolean known = freshKeys;
        if (known == null) {
            known = !autoKey() && Keys.of(create()) != null;
            freshKeys = known;
        }
        return known;
    }

    /// {@return what is known of the model without its class, with the defaults that its
    /// initialisers give; what two new objects do not agree in is no default}
    public final ModelState declared() {
        return DeclaredDefaults.of(this);
    }

    /// {@return whether the database gives the key}
    final boolean autoKey() {
        ModelMapping<?> at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return at.keyNumbers.length == 1 && at.columns.get(at.keyNumbers[0]).type().auto();
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
                    Problem.of("orm.E002", state.label() + " has a key of several fields."));
        }
        return columns.get(keyNumbers[0]);
    }

    /// {@return the fields that make the key: one, or several when it is composite}
    public final List<FieldState> keyFields() {
        return IntStream.of(keyNumbers).mapToObj(columns::get).toList();
    }

    /// {@return whether a field is one of several that a relation is kept in, and changes with it}
    public final boolean isPartOfRelation(String field) {
        return relations.stream().anyMatch(relation -> relation.parts().contains(field));
    }

    /// {@return whether a field or a relation is the key, or a part of it}
    public final boolean isInKey(String name) {
        ModelRelation parted = parted(name);
        return isKey(number(parted == null ? name : parted.parts().getFirst()));
    }

    /// {@return whether the key is made of several fields}
    public final boolean hasCompositeKey() {
        return keyNumbers.length > 1;
    }

    /// {@return whether a number is that of the key, or of a part of it}
    final boolean isKey(int number) {
        for (int key : keyNumbers) {
            if (key == number) {
                return true;
            }
        }
        return false;
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
        String kept = relation.toField();
        return target.sqlType(kept == null ? target.keyNumbers[0] : target.number(kept));
    }

    /// {@return how a field's Java values are stored, for the compiler of queries}
    public final Codec<?> fieldCodec(int number) {
        ModelRelation relation = relationsByName.get(columns.get(number).name());
        String kept = relation == null ? null : relation.toField();
        return kept == null ? codec(number) : new KeptCodec(kept);
    }

    /// {@return the numbers of the fields that name files}
    final int[] fileNumbers() {
        int[] known = fileNumbers;
        if (known == null) {
            fileNumbers =
                    known =
                            IntStream.range(0, columns.size())
                                    .filter(number -> codec(number) instanceof FilePlace)
                                    .toArray();
        }
        return known;
    }

    /// {@return the names of all fields and relations, for messages}
    public final List<String> names() {
        return Stream.concat(
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
    /// relation. A field that the query left out is loaded}
    ///
    /// @throws UnknownFieldException when the model has no such field
    public final @Nullable Object read(M object, String field) {
        ModelRelation parted = parted(field);
        if (parted != null) {
            parted.parts().forEach(part -> read(object, part));
            return Relations.toOne(object, field).key();
        }
        known(field);
        return DeferredValues.of(object, this, field);
    }

    /// Puts a value into a field with a column, as Java declares it; a key where it is a relation.
    ///
    /// @throws UnknownFieldException when the model has no such field
    /// @throws MappingException when the value is of another type
    public final void write(M object, String field, @Nullable Object value) {
        ModelRelation parted = parted(field);
        if (parted == null) {
            assign(object, known(field), value);
            return;
        }
        List<?> key =
                value == null
                        ? Collections.nCopies(parted.parts().size(), null)
                        : FieldValues.required(List.class, value, state.name() + "." + field);
        if (key.size() != parted.parts().size()) {
            throw new MappingException(
                    Problem.of(
                                    "orm.E007",
                                    state.name()
                                            + "."
                                            + field
                                            + " takes a key of "
                                            + parted.parts().size()
                                            + " values, not "
                                            + key
                                            + ".")
                            .fixedBy("Give one for each of: " + parted.parts() + "."));
        }
        for (int part = 0; part < parted.parts().size(); part++) {
            assign(object, known(parted.parts().get(part)), key.get(part));
        }
    }

    /// {@return what is known of a field or relation of this model, or of one above it}
    final FieldState described(String name) {
        for (ModelMapping<?> at = this; at != null; at = at.extended) {
            FieldState found = at.state.find(name);
            if (found != null) {
                return found;
            }
        }
        throw new UnknownFieldException(state.label(), name, names());
    }

    /// {@return the relation of this name, if it is kept in several columns; else `null`}
    final @Nullable ModelRelation parted(String name) {
        ModelRelation relation = relationsByName.get(name);
        return relation != null && relation.parted() ? relation : null;
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
        int filtered = name.startsWith("+") ? name.lastIndexOf(':') : -1;
        if (filtered >= 0) {
            return relationsByName.get(name.substring(filtered + 1));
        }
        return relationsByName.get(name);
    }

    /// {@return the name by which queries of the target reach back over a many-to-many relation
    /// that it need not have declared}
    final String wayBack(ModelRelation manyToMany) {
        ModelMapping<?> target = manyToMany.target().get();
        String name = "+" + state.label() + "." + manyToMany.name();
        var through = Objects.requireNonNull(manyToMany.through());
        target.relationsByName.computeIfAbsent(
                name, _ -> manyToMany(name, () -> this, through.turned(), false));
        return name;
    }

    /// Lets queries by names reach this model from another over a relation of that one, under a
    /// name that no field of this one says.
    final void reachableBy(String name, ModelRelation back) {
        relationsByName.putIfAbsent(name, back);
    }

    /// {@return a relation by a key of its own}
    protected static ModelRelation toOne(String name, Supplier<ModelMapping<?>> target) {
        return relation(ModelRelation.Kind.TO_ONE, name, target, null);
    }

    /// {@return a relation by a value of the target's field, kept in the own table}
    protected static ModelRelation toOne(
            String name, Supplier<ModelMapping<?>> target, String toField) {
        return new ModelRelation(
                ModelRelation.Kind.TO_ONE, name, target, null, null, toField, false);
    }

    /// {@return the reverse of a key that the other model has}
    protected static ModelRelation reverse(
            String name, Supplier<ModelMapping<?>> target, String field) {
        return relation(ModelRelation.Kind.REVERSE, name, target, field);
    }

    /// {@return the reverse of a one-to-one key that the other model has}
    protected static ModelRelation reverseOne(
            String name, Supplier<ModelMapping<?>> target, String field) {
        return relation(ModelRelation.Kind.REVERSE_ONE, name, target, field);
    }

    /// {@return the reverse of a relation of the other model to rows of any model}
    protected static ModelRelation generic(
            String name, Supplier<ModelMapping<?>> target, GenericTie tie) {
        return new ModelRelation(
                ModelRelation.Kind.REVERSE,
                name,
                target,
                tie.key(),
                null,
                null,
                false,
                tie,
                List.of());
    }

    /// {@return a relation by the parts of the target's composite key}
    ///
    /// @param parts own fields that keep them, in their order
    protected static ModelRelation toOneBy(
            String name, Supplier<ModelMapping<?>> target, String... parts) {
        return new ModelRelation(
                ModelRelation.Kind.TO_ONE,
                name,
                target,
                null,
                null,
                null,
                false,
                null,
                List.of(parts));
    }

    private static ModelRelation relation(
            ModelRelation.Kind kind,
            String name,
            Supplier<ModelMapping<?>> target,
            @Nullable String field) {
        return new ModelRelation(kind, name, target, field, null, null, false);
    }

    /// {@return a relation by a table between}
    ///
    /// @param symmetrical whether it always runs both ways
    protected static ModelRelation manyToMany(
            String name,
            Supplier<ModelMapping<?>> target,
            RelationState.Through through,
            boolean symmetrical) {
        return new ModelRelation(
                ModelRelation.Kind.MANY_TO_MANY, name, target, null, through, null, symmetrical);
    }
}
