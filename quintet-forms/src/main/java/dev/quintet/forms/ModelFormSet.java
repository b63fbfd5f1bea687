package dev.quintet.forms;

import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.forms.widget.HiddenInput;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.Entity;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.GenericPath;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Relation;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.ToOne;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rows of a query as forms of a page: changed, deleted and added together. Django: model
/// formsets and inline formsets.
///
/// ```java
/// var tracks = ModelFormSet.inline(TrackForm::new, Tracks.album, album).canDelete();
/// if (tracks.accepts(request)) { tracks.save(); }
/// ```
///
/// Which row a form is about is told by a hidden key, looked up among the query's rows: another is
/// refused.
///
/// @param <M> the model
/// @param <F> the form of a row
public final class ModelFormSet<M extends Entity, F extends ModelForm<M>>
        extends FormRows<F, ModelFormSet<M, F>> {

    private final QuerySet<M> rows;
    private final @Nullable String parentField;
    private final @Nullable Entity parent;
    private @Nullable List<M> there;
    private @Nullable Map<String, M> byKey;
    private final List<ModelFormSet<M, ?>> sharing = new ArrayList<>();
    private final Set<F> needed = Collections.newSetFromMap(new IdentityHashMap<>());

    /// What {@link #save} did.
    ///
    /// @param created rows that are new
    /// @param changed rows that something else was submitted for
    /// @param deleted rows that are gone
    public record Saved<M>(List<M> created, List<M> changed, List<M> deleted) {

        /// Keeps copies.
        public Saved {
            created = List.copyOf(created);
            changed = List.copyOf(changed);
            deleted = List.copyOf(deleted);
        }
    }

    private ModelFormSet(
            Supplier<? extends F> make,
            QuerySet<M> rows,
            @Nullable String parentField,
            @Nullable Entity parent) {
        super(make);
        this.rows = rows;
        this.parentField = parentField;
        this.parent = parent;
    }

    /// {@return a set of forms for the rows of a query, and one for a new row}
    public static <M extends Entity, F extends ModelForm<M>> ModelFormSet<M, F> of(
            Supplier<? extends F> make, QuerySet<M> rows) {
        return new ModelFormSet<>(make, rows, null, null);
    }

    /// {@return a set of forms for the rows whose key leads to a parent, and three for new ones,
    /// which will}
    ///
    /// @param relation from the rows to their parent, such as `Tracks.album`
    /// @param parent may be new: save it before the set
    public static <M extends Entity, P extends Entity, F extends ModelForm<M>>
            ModelFormSet<M, F> inline(
                    Supplier<? extends F> make, Relation<M, P> relation, P parent) {
        if (!(relation.node() instanceof Node.Field(var path)) || path.names().size() != 1) {
            throw new FormDefinitionException(
                    Problem.of("forms.E013", "Inline forms need a key of their own rows.")
                            .because(relation.node() + " leads further.")
                            .fixedBy("Give the relation of the rows' catalogue: Tracks.album."));
        }
        String field = path.names().getFirst();
        ModelMapping<M> mapping = make.get().mapping();
        Object key = savedKey(parent);
        QuerySet<M> rows = QuerySet.of(mapping);
        return inline(make, key == null ? rows.none() : rows.filter(field, key), field, parent);
    }

    /// {@return a set of forms for the rows that lead to a parent by a relation to rows of any
    /// model, and three for new ones, which will. Django: generic inline formsets}
    ///
    /// @param way from the rows to their parent, such as `Tags.contentObject`
    /// @param parent may be new: save it before the set
    public static <M extends Entity, F extends ModelForm<M>> ModelFormSet<M, F> inline(
            Supplier<? extends F> make, GenericPath<M> way, Entity parent) {
        QuerySet<M> rows = QuerySet.of(make.get().mapping());
        return inline(
                make,
                savedKey(parent) == null ? rows.none() : rows.filter(way.eq(parent)),
                way.tie().name(),
                parent);
    }

    private static <M extends Entity, F extends ModelForm<M>> ModelFormSet<M, F> inline(
            Supplier<? extends F> make, QuerySet<M> rows, String field, Entity parent) {
        ModelMapping<M> mapping = rows.mapping();
        var set = new ModelFormSet<M, F>(make, rows, field, parent);
        set.extra(3);
        set.prefix(mapping.state().name().toLowerCase(java.util.Locale.ROOT) + "_set");
        return set;
    }

    /// Gives it its rows, where they were read already: with those of other sets, in one statement.
    ///
    /// @param loaded rows of the query; others than these cannot be submitted
    public ModelFormSet<M, F> rows(List<M> loaded) {
        this.there = List.copyOf(loaded);
        return this;
    }

    /// Lets its forms and those of another set on the same page read together what they choose
    /// among: any number of sets costs no more statements than one. Called before its forms are
    /// asked for.
    public ModelFormSet<M, F> sharingWith(ModelFormSet<M, F> other) {
        shared = other.shared;
        other.sharing.add(this);
        return this;
    }

    /// Has a row checked and saved although nothing was submitted for it, because others that were
    /// will lead to it. Called before the rows are checked.
    public void need(F row) {
        row.emptyPermitted(false);
        needed.add(row);
    }

    /// The key of a row that was saved.
    private static @Nullable Object savedKey(Entity row) {
        Object key = RowKey.of(row);
        return key instanceof Number number && number.longValue() == 0 ? null : key;
    }

    private List<M> there() {
        List<M> known = there;
        if (known == null) {
            there = known = rows.list();
        }
        return known;
    }

    private @Nullable M byKey(String key) {
        Map<String, M> known = byKey;
        if (known == null) {
            known = new HashMap<>();
            for (M row : there()) {
                known.put(RowKey.text(row), row);
            }
            byKey = known;
        }
        return known.get(key);
    }

    @Override
    protected int initialRows() {
        return there().size();
    }

    /// {@return the name of the hidden control that says which row a form is about: that of the
    /// key, unless the key has several fields or the form itself sets it; then `pk`}
    ///
    /// @param listed names of the fields that the form sets
    public static String keyName(ModelMapping<?> model, Collection<String> listed) {
        if (model.hasCompositeKey() || listed.contains(model.key().name())) {
            return "pk";
        }
        return model.key().name();
    }

    @Override
    protected void prepareRow(F row, @Nullable Integer index) {
        String keyName = keyName(row.mapping(), row.listed());
        CharField key = row.addField(keyName, new CharField()).optional().widget(new HiddenInput());
        if (index != null && index < initialCount()) {
            M object =
                    isBound()
                            ? byKey(FormField.text(submitted().get(row.prefixed(keyName))))
                            : index < there().size() ? there().get(index) : null;
            if (object != null) {
                row.instance(object);
                key.initial(RowKey.text(object));
            } else {
                key.cleaned(_ -> {
                    key.addError(
                            ValidationError.of(
                                    "Select a valid choice. That choice is not one of the"
                                            + " available choices.",
                                    "invalid_choice"));
                    return null;
                });
            }
        }
        tie(row);
    }

    @Override
    Collection<?> keysHeld(String field) {
        ModelMapping<M> mapping = rows.mapping();
        ModelRelation relation = mapping.relation(field);
        if (relation == null || relation.many() || relation.toField() != null) {
            return List.of();
        }
        var all = new ArrayList<Object>();
        held(mapping, field, all);
        sharing.forEach(set -> set.held(mapping, field, all));
        return all;
    }

    private void held(ModelMapping<M> mapping, String field, List<Object> all) {
        for (M row : there()) {
            Object key = mapping.read(row, field);
            if (key != null) {
                all.add(key);
            }
        }
    }

    @SuppressWarnings("unchecked") // inline() was given the relation to such a parent
    private void tie(F row) {
        if (parent != null && parentField != null && savedKey(parent) != null) {
            switch (row.mapping().place(row.target(), parentField)) {
                case GenericForeignKey<?> any -> ((GenericForeignKey<Entity>) any).set(parent);
                case ToOne<?> one -> ((ToOne<Entity>) one).set(parent);
                default -> throw new IllegalStateException(parentField);
            }
        }
    }

    /// Refuses rows that have the same value where the model wants different ones.
    @Override
    void checkTogether(List<ValidationError> wrong) {
        if (forms().isEmpty()) {
            return;
        }
        for (FieldState field : forms().getFirst().mapping().columns()) {
            if (!field.unique() || field.primaryKey()) {
                continue;
            }
            var seen = new HashSet<Object>();
            for (F row : forms()) {
                boolean counts = row.lists(field.name()) && !deletes(row) && row.hasChanged();
                Object value = counts ? row.cleanedData().get(field.name()) : null;
                if (value != null && !"".equals(value) && !seen.add(value)) {
                    wrong.add(
                            ValidationError.of(
                                            "Please correct the duplicate data for %(field)s.",
                                            "unique")
                                    .with("field", field.shownName()));
                    break;
                }
            }
        }
    }

    /// Saves new and changed rows and deletes those to be deleted, in one transaction.
    ///
    /// @throws NoValueException when the set is not valid
    @AltersData
    public Saved<M> save() {
        if (!isValid()) {
            throw new NoValueException(
                    Problem.of("forms.E014", "Forms that are not valid cannot be saved.")
                            .because("First of all: " + errors())
                            .fixedBy("Ask accepts(request) first."));
        }
        return atomic(this::saveAll);
    }

    private Saved<M> saveAll() {
        var created = new ArrayList<M>();
        var changed = new ArrayList<M>();
        var deleted = new ArrayList<M>();
        for (F row : forms()) {
            if (deletes(row)) {
                if (row.isAboutExisting()) {
                    deleted.add(row.target());
                    row.target().delete();
                }
            } else if (row.hasChanged() || needed.contains(row)) {
                tie(row);
                (row.isAboutExisting() ? changed : created).add(row.target());
                row.save();
            }
        }
        return new Saved<>(created, changed, deleted);
    }
}
