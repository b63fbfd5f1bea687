package dev.quintet.admin;

import dev.quintet.forms.ModelFormSet;
import dev.quintet.forms.widget.Widget;
import dev.quintet.http.Request;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import dev.quintet.orm.GenericPath;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Relation;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.Selectable;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Rows of another model that lead to the one on the page, edited with it: {@link TabularInline},
/// {@link StackedInline}. Its constructor says how it looks; one object serves all requests.
///
/// They may lead to it by a relation of their own, or by one to rows of any model. Inlines of an
/// inline are edited below each of its rows, as deep as one likes; each level costs one statement,
/// however many rows it has.
///
/// @param <C> the model of these rows
/// @param <P> the model that they lead to
public abstract sealed class Inline<C extends Entity, P extends Entity>
        permits TabularInline, StackedInline {

    private static final int MOST = 1000;
    private static final int PER_PAGE = 100;

    private final Way<C> way;
    private final ModelMapping<C> mapping;
    final Set<String> fields = new LinkedHashSet<>();
    final Set<String> excluded = new LinkedHashSet<>();
    final Set<String> readonly = new LinkedHashSet<>();
    final Set<String> autocomplete = new LinkedHashSet<>();
    final Map<String, Supplier<? extends Widget>> widgets = new LinkedHashMap<>();
    int extra = 1;
    int min;
    int max = MOST;
    int perPage = PER_PAGE;
    boolean canDelete = true;
    boolean changeLink;
    @Nullable CharSequence title;
    final List<Inline<?, C>> below = new ArrayList<>();

    /// How rows lead to the one on the page.
    sealed interface Way<C extends Entity> {

        /// By a key of their own.
        record ByKey<C extends Entity>(Relation<C, ?> relation, String field) implements Way<C> {}

        /// By the name of a model and a key.
        record ByName<C extends Entity>(GenericPath<C> path) implements Way<C> {}
    }

    @SuppressWarnings("unchecked") // the class says which model it is for
    Inline(Relation<C, P> parent) {
        String field = ColumnName.of(parent);
        this.way = new Way.ByKey<>(parent, field);
        this.mapping = Mappings.of((Class<C>) modelOf(getClass()));
        excluded.add(field);
    }

    @SuppressWarnings("unchecked") // the class says which model it is for
    Inline(GenericPath<C> parent) {
        this.way = new Way.ByName<>(parent);
        this.mapping = Mappings.of((Class<C>) modelOf(getClass()));
        excluded.add(parent.tie().type());
        excluded.add(parent.tie().key());
    }

    private static Class<?> modelOf(Class<?> inline) {
        for (Class<?> at = inline; at != null; at = at.getSuperclass()) {
            if (at.getGenericSuperclass() instanceof ParameterizedType type
                    && type.getActualTypeArguments()[0] instanceof Class<?> model
                    && Entity.class.isAssignableFrom(model)) {
                return model;
            }
        }
        throw new AdminException(
                Problem.of("admin.E003", inline.getName() + " does not say which model it is for.")
                        .because("It extends an Inline without classes between < and >.")
                        .fixedBy("Write 'extends TabularInline<Track, Album>'."));
    }

    /// Sets the fields, in their order; by default all that can be edited.
    @SafeVarargs
    protected final void fields(Selectable<? super C>... columns) {
        fields.addAll(ColumnName.all(columns));
    }

    /// Leaves fields out.
    @SafeVarargs
    protected final void exclude(Selectable<? super C>... columns) {
        excluded.addAll(ColumnName.all(columns));
    }

    /// Shows fields without letting anybody change them.
    @SafeVarargs
    protected final void readonlyFields(Selectable<? super C>... columns) {
        readonly.addAll(ColumnName.all(columns));
    }

    /// Lets people search for the row that a relation leads to.
    @SafeVarargs
    protected final void autocompleteFields(Relation<? super C, ?>... relations) {
        autocomplete.addAll(ColumnName.all(relations));
    }

    /// Gives a field another look.
    protected final void widget(Selectable<? super C> column, Supplier<? extends Widget> widget) {
        widgets.put(ColumnName.of(column), widget);
    }

    /// Sets how many empty rows are shown; 1 by default.
    protected final void extra(int rows) {
        this.extra = rows;
    }

    /// Sets how few rows there may be.
    protected final void min(int rows) {
        this.min = rows;
    }

    /// Sets how many rows there may be.
    protected final void max(int rows) {
        this.max = rows;
    }

    /// Sets how many rows are on a page, where there are more; 100 by default. The rows of an
    /// inline of an inline are always on one page.
    protected final void perPage(int rows) {
        this.perPage = rows;
    }

    /// Adds the rows of another model that lead to these, to be edited below each of them.
    protected final void inline(Inline<?, C> rows) {
        below.add(rows);
    }

    /// Lets nobody delete rows here.
    protected final void noDelete() {
        this.canDelete = false;
    }

    /// Offers a link to each row's own form.
    protected final void showChangeLink() {
        this.changeLink = true;
    }

    /// Sets what people read above the rows; the model's name in the plural by default.
    protected final void title(CharSequence title) {
        this.title = title;
    }

    /// {@return the rows that this visitor may see at all: by default those of the catalogue's
    /// `all()`}
    protected QuerySet<C> queryset(Request request) {
        return mapping.defaultRows();
    }

    /// {@return whether the visitor may add rows; by default as the model's permissions say}
    protected boolean hasAddPermission(Request request) {
        return Staff.may(request, mapping, Access.ADD, null);
    }

    /// {@return whether the visitor may change rows; by default as the model's permissions say}
    protected boolean hasChangePermission(Request request) {
        return Staff.may(request, mapping, Access.CHANGE, null);
    }

    /// {@return whether the visitor may delete rows; by default as the model's permissions say}
    protected boolean hasDeletePermission(Request request) {
        return Staff.may(request, mapping, Access.DELETE, null);
    }

    /// {@return whether the visitor may look at rows; by default as the model's permissions say}
    protected boolean hasViewPermission(Request request) {
        return Staff.may(request, mapping, Access.VIEW, null)
                || Staff.may(request, mapping, Access.CHANGE, null);
    }

    /// {@return those of some rows that lead to one of these}
    final QuerySet<C> leadingTo(QuerySet<C> rows, List<? extends P> parents) {
        return switch (way) {
            case Way.ByKey<C>(_, var field) -> rows.filter(field + "__in", parents);
            case Way.ByName<C>(var path) -> rows.filter(path.in(parents));
        };
    }

    /// {@return what {@link #parentOf} says of rows that lead to this one}
    final String asParent(P row) {
        return switch (way) {
            case Way.ByKey<C>(_, var field) -> {
                ModelRelation relation = Objects.requireNonNull(mapping.relation(field), field);
                yield RowKey.text(relation.keptOf(row));
            }
            case Way.ByName<C> _ -> RowKey.text(row);
        };
    }

    /// {@return what a row keeps of the one that it leads to, as text}
    final String parentOf(C row) {
        return switch (way) {
            case Way.ByKey<C>(_, var field) -> RowKey.text(mapping.read(row, field));
            case Way.ByName<C>(var path) -> RowKey.text(mapping.read(row, path.tie().key()));
        };
    }

    /// {@return forms for the rows of one parent}
    @SuppressWarnings("unchecked") // the constructor took a relation to such a parent
    final ModelFormSet<C, AdminForm<C>> forms(Supplier<AdminForm<C>> form, P parent) {
        return switch (way) {
            case Way.ByKey<C>(var relation, _) ->
                    ModelFormSet.inline(form, (Relation<C, P>) relation, parent);
            case Way.ByName<C>(var path) -> ModelFormSet.inline(form, path, parent);
        };
    }

    /// {@return whether this visitor has anything to do with these rows}
    final boolean concerns(Request request) {
        return hasViewPermission(request) || hasAddPermission(request);
    }

    final ModelMapping<C> mapping() {
        return mapping;
    }

    abstract boolean tabular();

    final List<String> shown() {
        return FormFields.shown(mapping, fields, excluded, readonly);
    }
}
