package dev.quintet.orm;

import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.template.TemplateObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An object that is a row of a table. Models extend this one, and mark their own key with {@link
/// Id}, or {@link Model}, which has one.
///
/// A plain object: it can be used anywhere and at any time, after its transaction too, and is never
/// a proxy. It belongs to one thread at a time. Two are equal when they are of one class and have
/// the same key; one that was never saved equals only itself.
public abstract class Entity implements TemplateObject {

    /// What the ORM knows of this object; null until it is loaded or saved.
    transient @Nullable EntityState state;

    /// For models.
    protected Entity() {}

    /// {@return a relation to one row, by a key in the own table; nullable when its type argument
    /// is `@Nullable`}
    protected static <T extends @Nullable Entity> ForeignKey<T> foreignKey(OnDelete onDelete) {
        return new ForeignKey<>(onDelete);
    }

    /// {@return a relation to one row; when that goes, it leads to what `replacement` gives}
    protected static <T extends @Nullable Entity> ForeignKey<T> foreignKey(
            Supplier<? extends T> replacement) {
        return new ForeignKey<>(OnDelete.SET, replacement);
    }

    /// {@return a relation to one row that no second row may lead to}
    protected static <T extends @Nullable Entity> OneToOne<T> oneToOne(OnDelete onDelete) {
        return new OneToOne<>(onDelete);
    }

    /// {@return a relation to many rows, each of which may lead to many}
    protected static <T extends Entity> ManyToMany<T> manyToMany() {
        return new ManyToMany<>();
    }

    /// {@return the reverse of the other model's foreign key}
    protected static <T extends Entity> Related<T> related() {
        return new Related<>();
    }

    /// {@return the reverse of the other model's one-to-one key}
    protected static <T extends Entity> RelatedOne<T> relatedOne() {
        return new RelatedOne<>();
    }

    /// {@return a relation to one row of any model, by the fields `contentType` and `objectId`
    /// unless {@link GenericKey} names others}
    protected final <T extends @Nullable Object> GenericForeignKey<T> genericForeignKey() {
        return new GenericForeignKey<>(this);
    }

    /// Writes this object: a new row, or the fields that have changed since it was loaded.
    ///
    /// Writes nothing when nothing has changed; never a field that was not loaded. Where its row is
    /// gone meanwhile, it gets a new one of the same key, as in Django.
    ///
    /// @throws NotUpdatedException when its row is gone, and it was loaded in part
    @AltersData
    public void save() {
        Saving.save(this, Saving.Way.EITHER);
    }

    /// Writes some fields of this object's row, and no others. Django: `update_fields`.
    ///
    /// @throws NotUpdatedException when there is no such row
    @AltersData
    public void save(Selectable<?> field, Selectable<?>... more) {
        List<String> names = new ArrayList<>();
        names.add(name(field));
        for (Selectable<?> one : more) {
            names.add(name(one));
        }
        Saving.save(this, names);
    }

    private static String name(Selectable<?> field) {
        return Assignment.nameOf(field);
    }

    /// Writes a new row, even where one with this key was there before: then the database refuses.
    /// Django: `force_insert`.
    @AltersData
    public void insert() {
        Saving.save(this, Saving.Way.INSERT);
    }

    /// Writes all fields of the row that is there. Django: `force_update`.
    ///
    /// @throws NotUpdatedException when there is no such row
    @AltersData
    public void update() {
        Saving.save(this, Saving.Way.UPDATE);
    }

    /// Writes this object to another database than the one that it came from: as a new row, unless
    /// that has one of this key.
    ///
    /// @param alias of the database
    @AltersData
    public void saveTo(String alias) {
        Saving.save(this, Saving.Way.EITHER, alias);
    }

    /// {@return whether it was loaded or saved: whether it is known to have a row}
    public final boolean saved() {
        return state != null;
    }

    /// Forgets that this object has a row, and its key where the database gives it: the next save
    /// makes a copy.
    public final void detach() {
        Copying.detach(this);
    }

    /// Checks this object: its fields, {@link #clean}, that unique values are, and its constraints.
    /// Django: `full_clean`.
    ///
    /// @throws InvalidException with all that is wrong, by field
    public void fullClean() {
        Cleaning.check(this, Set.of());
    }

    /// Checks this object but for some fields.
    ///
    /// @param except names of fields that are not looked at
    /// @throws InvalidException with all that is wrong, by field
    public final void fullCleanExcept(Collection<String> except) {
        Cleaning.check(this, Set.copyOf(except));
    }

    /// Checks what concerns several fields, for models to override: add what is wrong to `errors`.
    /// Django: `Model.clean`.
    protected void clean(Errors errors) {}

    /// {@return this row as an object of a model that extends its own, if it is one}
    public final <C extends Entity> Optional<C> as(Class<C> child) {
        return Copying.as(this, child);
    }

    /// Deletes this object's row, and those that its relations say go with it.
    ///
    /// @return how many rows went, by model, as `app.Model`
    @AltersData
    public DeletedRows delete() {
        return Deleting.delete(this);
    }

    /// Reads all fields again, and forgets what its relations had loaded.
    ///
    /// @throws DoesNotExist when its row is gone
    public void refresh() {
        Loading.refresh(this);
    }

    /// Reads some fields again.
    ///
    /// @throws DoesNotExist when its row is gone
    public final void refresh(Selectable<?> field, Selectable<?>... more) {
        List<String> names = new ArrayList<>();
        names.add(name(field));
        for (Selectable<?> one : more) {
            names.add(name(one));
        }
        Copying.refresh(this, names);
    }

    /// {@return what the query that loaded this object worked out for it}
    ///
    /// @param expression the one that was given to `annotate`
    @SuppressWarnings("unchecked") // annotate() put a V under the expression's node
    public final <V> @Nullable V annotation(Expression<?, V> expression) {
        return (V) annotations().value(expression.node());
    }

    /// {@return what the query that loaded this object annotated or prefetched under a name}
    ///
    /// @throws NotAnnotatedException when there is no such name
    public final @Nullable Object annotation(String name) {
        EntityState.Annotations known = annotations();
        if (!known.names().contains(name)) {
            throw new NotAnnotatedException(known.names());
        }
        return known.named(name);
    }

    private EntityState.Annotations annotations() {
        EntityState mine = state;
        EntityState.Annotations found = mine == null ? null : mine.annotations;
        return found == null
                ? new EntityState.Annotations(List.of(), List.of(), new Object[0])
                : found;
    }

    /// {@return what a template shows for `{{ object.name }}`: a field, the object that a relation
    /// leads to, what a query worked out, `pk`; `****` for a secret}
    @Override
    public @Nullable Object templateAttribute(String name) {
        return EntityAttributes.of(this, name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        // A row of another model is another row, subclass or not; a proxy's rows are its parent's.
        if (!(other instanceof Entity that) || !that.table().equals(table())) {
            return false;
        }
        Object key = Keys.of(this);
        return key != null && key.equals(Keys.of(that));
    }

    private ModelMapping<?> table() {
        return Mappings.of(this).concrete();
    }

    @Override
    public int hashCode() {
        Object key = Keys.of(this);
        return key == null
                ? System.identityHashCode(this)
                : table().hashCode() * 31 + key.hashCode();
    }

    /// {@return such as `Album 7`, unless the model says it better}
    @Override
    public String toString() {
        Object key = Keys.of(this);
        return getClass().getSimpleName() + " " + (key == null ? "(new)" : key);
    }

    static @Nullable Object annotationNamed(Entity entity, String name) {
        EntityState mine = entity.state;
        return mine == null || mine.annotations == null ? null : mine.annotations.named(name);
    }
}
