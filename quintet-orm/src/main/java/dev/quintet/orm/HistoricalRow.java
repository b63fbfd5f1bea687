package dev.quintet.orm;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of a model that is known by its state only: its values by name, as tables hold them. What
/// data migrations work with, whose models may have no class any more. Django: an instance of a
/// historical model.
///
/// Text is `String` also where the model's class had an enum, a slug or a file; whole numbers are
/// `Integer` or `Long` by the width of the column. It has neither methods nor initialisers of the
/// model's class: what a new row does not say is the default that the state knows, or null.
///
/// @see HistoricalModels
public final class HistoricalRow extends Entity {

    private final HistoricalMapping mapping;
    private final @Nullable Object[] values;
    private final Map<String, ModelRelation.Holder> places = new HashMap<>();

    HistoricalRow(HistoricalMapping mapping) {
        this.mapping = mapping;
        this.values = new Object[mapping.columns().size()];
    }

    HistoricalMapping mapping() {
        return mapping;
    }

    @Nullable Object slot(int number) {
        return values[number];
    }

    void slot(int number, @Nullable Object value) {
        values[number] = value;
    }

    ModelRelation.Holder place(String relation) {
        return places.computeIfAbsent(relation, name -> mapping.newPlace(this, name));
    }

    /// {@return what a field holds; the row, loaded if it was not yet, where it is a relation to
    /// one; null for NULL}
    ///
    /// @throws UnknownFieldException when the model has no such field at this point
    public @Nullable Object get(String field) {
        return mapping.relation(field) != null && place(field) instanceof ToOne<?> one
                ? one.get()
                : mapping.read(this, field);
    }

    /// {@return what a field holds, as the type that its column has in Java; null for NULL}
    ///
    /// @throws MappingException when it is of another type
    public <V> @Nullable V get(String field, Class<V> type) {
        return FieldValues.fitting(type, get(field), mapping.state().label() + "." + field);
    }

    /// {@return the key of the row that a relation to one leads to, without loading that; null when
    /// it leads nowhere}
    public @Nullable Object key(String relation) {
        return mapping.read(this, relation);
    }

    /// {@return the key of this row; null when it was never saved}
    public @Nullable Object pk() {
        return Keys.of(this);
    }

    /// Puts a value into a field: a row, or its key, into a relation. Whole numbers and enums are
    /// made what the column holds.
    ///
    /// @return this row
    /// @throws UnknownFieldException when the model has no such field at this point
    /// @throws MappingException when the value is of another type
    public HistoricalRow set(String field, @Nullable Object value) {
        if (value instanceof Entity target
                && mapping.relation(field) != null
                && place(field) instanceof ToOne<?> one) {
            one.lead(target);
        } else {
            mapping.write(this, field, value);
        }
        return this;
    }

    /// {@return the rows that a many-to-many relation ties to this one, from either side}
    ///
    /// @param relation the field, or the other side's name for the way back: `album_set`
    /// @throws UnknownFieldException when there is no such relation
    public ManyToMany<HistoricalRow> many(String relation) {
        if (place(relation) instanceof ManyToMany<?> rows) {
            @SuppressWarnings("unchecked") // all rows of historical models are these
            ManyToMany<HistoricalRow> these = (ManyToMany<HistoricalRow>) rows;
            return these;
        }
        throw new UnknownFieldException(mapping.state().label(), relation, mapping.names());
    }

    /// {@return the rows whose key leads to this one}
    ///
    /// @param accessor their name for the way back: what the relation says, or `track_set`
    /// @throws UnknownFieldException when there is no such relation
    public Related<HistoricalRow> related(String accessor) {
        if (place(accessor) instanceof Related<?> rows) {
            @SuppressWarnings("unchecked") // all rows of historical models are these
            Related<HistoricalRow> these = (Related<HistoricalRow>) rows;
            return these;
        }
        throw new UnknownFieldException(mapping.state().label(), accessor, mapping.names());
    }

    /// Writes this row to the database that is migrated, or to the one it was read from.
    @Override
    public void save() {
        if (saved()) {
            super.save();
        } else {
            saveTo(mapping.alias());
        }
    }

    /// Writes a new row, to the database that is migrated.
    @Override
    public void insert() {
        Saving.save(this, Saving.Way.INSERT, mapping.alias());
    }

    /// {@return such as `Album 7`}
    @Override
    public String toString() {
        Object key = Keys.of(this);
        return mapping.state().name() + " " + (key == null ? "(new)" : key);
    }
}
