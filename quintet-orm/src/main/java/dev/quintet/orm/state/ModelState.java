package dev.quintet.orm.state;

import dev.quintet.kernel.error.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of a model without its class. Django: `ModelState`.
///
/// @param app label of its app
/// @param name of its class
/// @param table in the database
/// @param fields in the order of their columns; relations by a table between stand among them
/// @param ordering names of fields that rows come in by default; `-` before one means downwards
/// @param indexes over several fields, or with names of their own
/// @param managed whether migrations make and drop its table
/// @param verboseName one of them, as people read it
/// @param verboseNamePlural several of them
public record ModelState(
        String app,
        String name,
        String table,
        List<FieldState> fields,
        List<String> ordering,
        List<IndexState> indexes,
        boolean managed,
        String verboseName,
        String verboseNamePlural) {

    /// Keeps copies.
    public ModelState {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        fields = List.copyOf(fields);
        ordering = List.copyOf(ordering);
        indexes = List.copyOf(indexes);
    }

    /// {@return a model without fields, whose table is named as Django would}
    public static ModelState of(String app, String name) {
        String words =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
        return new ModelState(
                app,
                name,
                app + "_" + name.toLowerCase(java.util.Locale.ROOT),
                List.of(),
                List.of(),
                List.of(),
                true,
                words,
                words + "s");
    }

    /// {@return `app.Model`}
    public String label() {
        return app + "." + name;
    }

    /// {@return the fields that the table has columns for, in their order}
    public List<FieldState> columns() {
        return fields.stream().filter(FieldState::hasColumn).toList();
    }

    /// {@return the fields of the key: one, or several when it is composite}
    public List<FieldState> key() {
        return fields.stream().filter(FieldState::primaryKey).toList();
    }

    /// {@return the field of this name, or `null`}
    public @Nullable FieldState find(String field) {
        for (FieldState one : fields) {
            if (one.name().equals(field)) {
                return one;
            }
        }
        return null;
    }

    /// {@return the names of all fields, for messages}
    public List<String> fieldNames() {
        return fields.stream().map(FieldState::name).toList();
    }

    /// {@return "Did you mean 'x'?", or `null` when no field's name is near}
    public @Nullable String nearestFieldTo(String wrong) {
        return Nearest.question(wrong, fieldNames());
    }

    /// {@return this model with another table}
    public ModelState inTable(String table) {
        return new ModelState(
                app,
                name,
                table,
                fields,
                ordering,
                indexes,
                managed,
                verboseName,
                verboseNamePlural);
    }

    /// {@return this model with one more field, behind the others}
    public ModelState with(FieldState field) {
        var more = new ArrayList<>(fields);
        more.add(field);
        return withFields(more);
    }

    /// {@return this model with these fields}
    public ModelState withFields(List<FieldState> fields) {
        return new ModelState(
                app,
                name,
                table,
                fields,
                ordering,
                indexes,
                managed,
                verboseName,
                verboseNamePlural);
    }

    /// {@return this model with rows in another order by default}
    public ModelState orderedBy(String... ordering) {
        return new ModelState(
                app,
                name,
                table,
                fields,
                List.of(ordering),
                indexes,
                managed,
                verboseName,
                verboseNamePlural);
    }

    /// {@return this model with one more index}
    public ModelState with(IndexState index) {
        var more = new ArrayList<>(indexes);
        more.add(index);
        return new ModelState(
                app, name, table, fields, ordering, more, managed, verboseName, verboseNamePlural);
    }

    /// {@return this model over a table that somebody else makes}
    public ModelState unmanaged() {
        return new ModelState(
                app, name, table, fields, ordering, indexes, false, verboseName, verboseNamePlural);
    }

    /// {@return this model under other names for people}
    public ModelState named(String verboseName, String verboseNamePlural) {
        return new ModelState(
                app,
                name,
                table,
                fields,
                ordering,
                indexes,
                managed,
                verboseName,
                verboseNamePlural);
    }
}
