package dev.quintet.forms;

import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.Column;
import dev.quintet.orm.Entity;
import dev.quintet.orm.InvalidException;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Relation;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.ToOne;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.Node;
import java.lang.reflect.ParameterizedType;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A form for the rows of a model. Only the fields that are listed can be set by it.
///
/// ```java
/// public final class AlbumForm extends ModelForm<Album> {
///     public AlbumForm() { fields(Albums.title, Albums.price, Albums.artist, Albums.genres); }
/// }
///
/// var form = new AlbumForm();
/// form.instance(album);              // or none, for a new one
/// if (form.accepts(request)) { Album saved = form.save(); }
/// ```
///
/// A Java field of the form with the name of a listed column replaces what the model would make; a
/// misspelt column does not compile. Belongs to one thread.
///
/// @param <M> the model
public abstract class ModelForm<M extends Entity> extends Form {

    private static final ClassValue<Class<?>> MODEL =
            new ClassValue<>() {
                @Override
                protected Class<?> computeValue(Class<?> type) {
                    return modelOf(type);
                }
            };

    private final ModelMapping<M> mapping;
    private final Set<String> listed = new LinkedHashSet<>();
    private M instance;
    private boolean there;
    private boolean dropping;

    /// Makes a form for a new row; its constructor calls {@link #fields}.
    @SuppressWarnings("unchecked") // the class says which model it is for
    protected ModelForm() {
        this((Class<M>) null);
    }

    /// Makes a form for a new row of a model, where the form's class does not say which.
    @SuppressWarnings("unchecked") // the class says which model it is for
    protected ModelForm(@Nullable Class<M> model) {
        this.mapping = Mappings.of(model == null ? (Class<M>) MODEL.get(getClass()) : model);
        this.instance = mapping.blank();
    }

    private static Class<?> modelOf(Class<?> form) {
        for (Class<?> at = form; at != null; at = at.getSuperclass()) {
            if (at.getGenericSuperclass() instanceof ParameterizedType type
                    && type.getRawType() == ModelForm.class
                    && type.getActualTypeArguments()[0] instanceof Class<?> model) {
                return model;
            }
        }
        throw new FormDefinitionException(
                Problem.of("forms.E008", form.getName() + " does not say which model it is for.")
                        .because("It extends ModelForm without a class between < and >.")
                        .fixedBy("Write 'extends ModelForm<Album>', or call super(Album.class)."));
    }

    /// Lists the columns and relations that the form sets, in their order.
    @SafeVarargs
    protected final void fields(Selectable<? super M>... columns) {
        var names = new ArrayList<String>();
        for (Selectable<? super M> column : columns) {
            names.add(nameOf(column));
        }
        fields(names);
    }

    /// Lists columns and relations by their names: for forms that are put together by a program.
    ///
    /// @throws FormDefinitionException when the model has no such field
    protected final void fields(Collection<String> names) {
        names();
        for (String name : names) {
            FieldState state = state(name);
            listed.add(name);
            if (fields().stream().noneMatch(field -> field.plainName().equals(name))) {
                adding(name, ModelFields.of(mapping, state, initialOf(state) != null));
            }
        }
        fieldOrder(List.copyOf(listed));
    }

    @SuppressWarnings("unchecked") // each field is of its own class
    private <F extends FormField<?, F>> void adding(String name, FormField<?, ?> field) {
        field(name, (F) field);
    }

    private FieldState state(String name) {
        FieldState found = mapping.field(name);
        if (found != null) {
            return found;
        }
        throw new FormDefinitionException(
                Problem.of("forms.E009", mapping.state().label() + " has no field '" + name + "'.")
                        .fixedBy(Nearest.question(name, mapping.names())));
    }

    private static String nameOf(Selectable<?> column) {
        if (column.node() instanceof Node.Field(var path) && path.names().size() == 1) {
            return path.names().getFirst();
        }
        throw new FormDefinitionException(
                Problem.of("forms.E010", "A form sets fields of its own model.")
                        .because(column.node() + " is none.")
                        .fixedBy("Give columns of the catalogue, such as Albums.title."));
    }

    /// {@return the form's field for a listed column, to be changed:
    /// `on(Albums.notes).widget(...)`}
    protected final FormField<?, ?> on(Selectable<? super M> column) {
        return get(nameOf(column)).field();
    }

    /// Sets which rows a listed relation may lead to.
    @SuppressWarnings("unchecked") // the field of a relation is for rows of its model
    protected final <T extends Entity> void limit(
            Relation<? super M, T> relation, QuerySet<T> rows) {
        switch (on(relation)) {
            case ModelChoiceField<?> one -> ((ModelChoiceField<T>) one).rows(rows);
            case ModelMultipleChoiceField<?> many ->
                    ((ModelMultipleChoiceField<T>) many).rows(rows);
            default ->
                    throw new FormDefinitionException(
                            Problem.of(
                                            "forms.E011",
                                            "The field '"
                                                    + nameOf(relation)
                                                    + "' does not choose among rows.")
                                    .fixedBy("Let the model make it, or give it rows yourself."));
        }
    }

    /// Sets the row that the form is about, in place of a new one.
    ///
    /// Its key stays what it is: fields of the key that the form lists are shown and not changed.
    public final void instance(M row) {
        this.instance = row;
        this.there = true;
        for (String name : listed) {
            if (mapping.isInKey(name)) {
                get(name).field().disabled();
            }
        }
    }

    /// {@return the row that the form is about; once the form was bound and asked, with the values
    /// that were submitted, and not saved}
    public final M instance() {
        cleanIfBound();
        return instance;
    }

    /// {@return whether the form is about a row that was there before}
    public final boolean isAboutExisting() {
        return there;
    }

    /// {@return what was submitted for a listed column, typed; `null` where there is none}
    @SuppressWarnings("unchecked") // the column says of which type its values are
    public final <V> @Nullable V value(Column<? super M, V> column) {
        String name = nameOf(column);
        Object value = cleanedData().get(name);
        return (V) ModelFields.toJava(mapping, mapping.number(name), value);
    }

    @Override
    @Nullable Object initialOf(String name, FormField<?, ?> field) {
        if (hasInitial(name) || !listed.contains(name) || field.initialNow() != null) {
            return super.initialOf(name, field);
        }
        return initialOf(state(name));
    }

    /// What the row holds. A zero that nobody asked for is not shown as if it were meant.
    private @Nullable Object initialOf(FieldState state) {
        ModelRelation relation = mapping.relation(state.name());
        if (relation != null && relation.many()) {
            return there ? many(state.name()).list() : null;
        }
        if (relation != null && relation.toField() != null) {
            // Rows are chosen by their keys, whatever else the column keeps.
            return mapping.place(instance, state.name()) instanceof ToOne<?> one
                            && one.key() != null
                    ? one.get()
                    : null;
        }
        int number = mapping.number(state.name());
        Object value = mapping.read(instance, state.name());
        if (relation != null) {
            return value;
        }
        boolean zero =
                !there
                        && value instanceof Number amount
                        && amount.doubleValue() == 0
                        && state.initial() == null;
        return zero ? null : ModelFields.fromJava(mapping, number, value);
    }

    @SuppressWarnings("unchecked") // such a relation is held by a ManyToMany
    private ManyToMany<Entity> many(String name) {
        return (ManyToMany<Entity>) mapping.place(instance, name);
    }

    /// What has no field is no business of the form any more: the row keeps what it has.
    @Override
    void removed(String name) {
        listed.remove(name);
    }

    /// Puts what is fine into the row, and asks the model about it.
    @Override
    void postClean() {
        for (String name : listed) {
            ModelRelation relation = mapping.relation(name);
            boolean many = relation != null && relation.many();
            if (!many && !hasErrors(name) && !omitted(name)) {
                put(name, relation);
            }
        }
        var except = new LinkedHashSet<String>();
        for (FieldState state : mapping.columns()) {
            if (unchecked(state)) {
                except.add(state.name());
            }
        }
        for (ModelRelation relation : mapping.relations()) {
            if (relation.parted()) {
                // What keeps it is checked with it, or not at all.
                boolean out =
                        !listed.contains(relation.name()) || unchecked(state(relation.name()));
                relation.parts().forEach(out ? except::add : except::remove);
                if (out) {
                    except.add(relation.name());
                }
            }
        }
        try {
            instance.fullCleanExcept(except);
        } catch (InvalidException invalid) {
            invalid.errors()
                    .forEach((name, wrong) ->
                            addErrors(listed.contains(name) ? name : FormErrors.WHOLE, wrong));
        }
    }

    private boolean unchecked(FieldState state) {
        boolean ours = listed.contains(state.name()) && !hasErrors(state.name());
        return !ours || leftEmpty(state);
    }

    /// A control that was not on the page leaves the model's own default.
    private boolean omitted(String name) {
        BoundField bound = get(name);
        Object value = bound.field().value();
        return !there
                && (value == null || bound.field().empty(value))
                && bound.field().widget().omittedFrom(data(), bound.htmlName())
                && initialOf(state(name)) != null;
    }

    /// What the form let pass empty although the model would not.
    private boolean leftEmpty(FieldState state) {
        FormField<?, ?> field = get(state.name()).field();
        Object value = field.value();
        return !state.blank() && !field.isRequired() && (value == null || field.empty(value));
    }

    @SuppressWarnings("unchecked") // the field of a relation gives rows of its model
    private void put(String name, @Nullable ModelRelation relation) {
        Object value = get(name).field().value();
        if (relation != null) {
            var place = (ToOne<Entity>) mapping.place(instance, name);
            if (value instanceof Entity row) {
                place.set(row);
            } else {
                place.setKey(null);
            }
            return;
        }
        int number = mapping.number(name);
        if (get(name).field() instanceof UploadField<?, ?> upload && value == null) {
            if (upload.cleared()) {
                mapping.write(instance, name, ModelFields.noFile(mapping, number));
            }
            return;
        }
        Object java;
        try {
            java = ModelFields.toJava(mapping, number, value);
        } catch (IllegalArgumentException | DateTimeException refused) {
            // A type of one's own reads what the control let pass.
            addError(name, ValidationError.of("Enter a valid value.", FormField.INVALID));
            return;
        }
        boolean holdsNull = java != null || state(name).nullable();
        if (holdsNull) {
            mapping.write(instance, name, java);
        }
    }

    /// Saves the row, and then what its many-to-many relations lead to, in one transaction.
    ///
    /// @return the row
    /// @throws NoValueException when the form is not valid
    @AltersData
    public M save() {
        if (!isValid()) {
            throw new NoValueException(
                    Problem.of("forms.E012", "A form that is not valid cannot be saved.")
                            .because(
                                    isBound() ? errors().asText() : "It was not bound to anything.")
                            .fixedBy("Ask form.accepts(request) first."));
        }
        atomic(() -> {
            instance.save();
            saveRelations();
            if (dropping) {
                replaced().forEach(StoredFile::deleteOnCommit);
            }
        });
        there = true;
        return instance;
    }

    /// From now on, saving deletes the files that others took the place of, and those that were
    /// cleared: once the transaction is kept, and not before. Without this they stay in their
    /// storage, as other rows may name them too.
    public final void deleteReplacedFiles() {
        this.dropping = true;
    }

    /// The files that the row named before and names no more.
    private List<StoredFile> replaced() {
        var gone = new ArrayList<StoredFile>();
        for (String name : listed) {
            if (get(name).field() instanceof UploadField<?, ?> upload
                    && upload.initialFile() instanceof StoredFile before
                    && !before.equals(mapping.read(instance, name))) {
                gone.add(before);
            }
        }
        return gone;
    }

    /// Sets what the row's many-to-many relations lead to, after a program saved {@link #instance}
    /// by itself. Django: `save_m2m`.
    @AltersData
    @SuppressWarnings("unchecked") // the field of a relation gives rows of its model
    public final void saveRelations() {
        for (String name : listed) {
            ModelRelation relation = mapping.relation(name);
            if (relation != null
                    && relation.many()
                    && get(name).field().value() instanceof List<?> rows) {
                many(name).set((List<Entity>) rows);
            }
        }
    }

    /// {@return the row that the form is about as it is now: unlike {@link #instance}, nothing is
    /// checked or put into it}
    public final M target() {
        return instance;
    }

    final boolean lists(String name) {
        return listed.contains(name);
    }

    final Set<String> listed() {
        return listed;
    }

    /// {@return what is known of the model}
    public final ModelMapping<M> mapping() {
        return mapping;
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        return name.equals("instance") ? instance : super.templateAttribute(name);
    }
}
