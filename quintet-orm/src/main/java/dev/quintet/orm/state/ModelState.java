package dev.quintet.orm.state;

import dev.quintet.kernel.error.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is known of a model without its class. Django: `ModelState`.
///
/// @param app label of its app
/// @param name of its class
/// @param table in the database; its parent's for a proxy
/// @param fields its own, in the order of their columns; relations by a table between stand among
///   them
/// @param indexes over several fields, or with names of their own
/// @param constraints what all rows must satisfy
/// @param uniqueTogether fields that no two rows may agree in all of, without a name of their own
/// @param bases labels of the models that it extends and that have tables; empty for most
/// @param options what its table does not show
public record ModelState(
        String app,
        String name,
        String table,
        List<FieldState> fields,
        List<IndexState> indexes,
        List<ConstraintState> constraints,
        List<List<String>> uniqueTogether,
        List<String> bases,
        ModelOptions options) {

    /// Keeps copies.
    public ModelState {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        fields = List.copyOf(fields);
        indexes = List.copyOf(indexes);
        constraints = List.copyOf(constraints);
        uniqueTogether = uniqueTogether.stream().map(List::copyOf).toList();
        bases = List.copyOf(bases);
    }

    /// {@return a model without fields, whose table is named as Django would}
    public static ModelState of(String app, String name) {
        String words =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                        .toLowerCase(Locale.ROOT);
        return new ModelState(
                app,
                name,
                app + "_" + name.toLowerCase(Locale.ROOT),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ModelOptions.of(words));
    }

    /// {@return `app.Model`}
    public String label() {
        return app + "." + name;
    }

    /// {@return names of fields that rows come in by default; `-` before one means downwards}
    public List<String> ordering() {
        return options.ordering();
    }

    /// {@return whether migrations make and drop its table}
    public boolean managed() {
        return options.managed();
    }

    /// {@return one of them, as people read it}
    public String verboseName() {
        return options.verboseName();
    }

    /// {@return several of them, as people read it}
    public String verboseNamePlural() {
        return options.verboseNamePlural();
    }

    /// {@return one of them, as people read it in the active language}
    public String shownName() {
        return FieldState.shown(verboseName());
    }

    /// {@return several of them, as people read it in the active language}
    public String shownNamePlural() {
        return FieldState.shown(verboseNamePlural());
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
        return changed(draft -> draft.table = table);
    }

    /// {@return this model under another name, in the same table}
    public ModelState renamed(String name) {
        return changed(draft -> draft.name = name);
    }

    /// {@return this model with one more field, behind the others}
    public ModelState with(FieldState field) {
        return changed(draft -> draft.fields = and(fields, field));
    }

    /// {@return this model with these fields}
    public ModelState withFields(List<FieldState> fields) {
        return changed(draft -> draft.fields = fields);
    }

    /// {@return this model with one more index}
    public ModelState with(IndexState index) {
        return changed(draft -> draft.indexes = and(indexes, index));
    }

    /// {@return this model with these indexes}
    public ModelState withIndexes(List<IndexState> indexes) {
        return changed(draft -> draft.indexes = indexes);
    }

    /// {@return this model with one more constraint}
    public ModelState with(ConstraintState constraint) {
        return changed(draft -> draft.constraints = and(constraints, constraint));
    }

    /// {@return this model with these constraints}
    public ModelState withConstraints(List<ConstraintState> constraints) {
        return changed(draft -> draft.constraints = constraints);
    }

    /// {@return this model, no two rows of which agree in all of these fields}
    public ModelState uniqueTogether(String... names) {
        return changed(draft -> draft.uniqueTogether = and(uniqueTogether, List.of(names)));
    }

    /// {@return this model with these sets of fields that no two rows agree in}
    public ModelState withUniqueTogether(List<List<String>> sets) {
        return changed(draft -> draft.uniqueTogether = sets);
    }

    /// {@return this model, which extends these}
    ///
    /// @param labels as `app.Model`
    public ModelState withBases(List<String> labels) {
        return changed(draft -> draft.bases = labels);
    }

    /// {@return this model, which extends another that has a table}
    public ModelState extending(String base) {
        return changed(draft -> draft.bases = and(bases, base));
    }

    /// {@return this model with rows in another order by default}
    public ModelState orderedBy(String... ordering) {
        return about(draft -> draft.ordering(ordering));
    }

    /// {@return this model over a table that somebody else makes}
    public ModelState unmanaged() {
        return about(ModelOptions.Draft::unmanaged);
    }

    /// {@return this model under other names for people}
    public ModelState named(String verboseName, String verboseNamePlural) {
        return about(draft -> draft.named(verboseName, verboseNamePlural));
    }

    /// {@return this model with other options}
    public ModelState about(Consumer<ModelOptions.Draft> change) {
        return withOptions(options.changed(change));
    }

    /// {@return this model with these options}
    public ModelState withOptions(ModelOptions options) {
        return changed(draft -> draft.options = options);
    }

    private static <T> List<T> and(List<T> all, T oneMore) {
        var more = new ArrayList<>(all);
        more.add(oneMore);
        return more;
    }

    private ModelState changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new ModelState(
                app,
                draft.name,
                draft.table,
                draft.fields,
                draft.indexes,
                draft.constraints,
                draft.uniqueTogether,
                draft.bases,
                draft.options);
    }

    /// A model while it changes; nobody sees it.
    private static final class Draft {

        private String name;
        private String table;
        private List<FieldState> fields;
        private List<IndexState> indexes;
        private List<ConstraintState> constraints;
        private List<List<String>> uniqueTogether;
        private List<String> bases;
        private ModelOptions options;

        private Draft(ModelState from) {
            name = from.name;
            table = from.table;
            fields = from.fields;
            indexes = from.indexes;
            constraints = from.constraints;
            uniqueTogether = from.uniqueTogether;
            bases = from.bases;
            options = from.options;
        }
    }
}
