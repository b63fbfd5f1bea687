package dev.quintet.admin;

import dev.quintet.forms.widget.Widget;
import dev.quintet.http.Request;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Relation;
import dev.quintet.orm.Selectable;
import java.lang.reflect.ParameterizedType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Rows of another model that lead to the one on the page, edited with it: {@link TabularInline},
/// {@link StackedInline}. Its constructor says how it looks; one object serves all requests.
///
/// @param <C> the model of these rows
/// @param <P> the model that they lead to
public abstract sealed class Inline<C extends Entity, P extends Entity>
        permits TabularInline, StackedInline {

    private static final int MOST = 1000;

    private final Relation<C, P> parent;
    private final ModelMapping<C> mapping;
    final Set<String> fields = new LinkedHashSet<>();
    final Set<String> excluded = new LinkedHashSet<>();
    final Set<String> readonly = new LinkedHashSet<>();
    final Set<String> autocomplete = new LinkedHashSet<>();
    final Map<String, Supplier<? extends Widget>> widgets = new LinkedHashMap<>();
    int extra = 1;
    int min;
    int max = MOST;
    boolean canDelete = true;
    boolean changeLink;
    @Nullable CharSequence title;

    @SuppressWarnings("unchecked") // the class says which model it is for
    Inline(Relation<C, P> parent) {
        this.parent = parent;
        this.mapping = Mappings.of((Class<C>) modelOf(getClass()));
        excluded.add(ColumnName.of(parent));
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

    final Relation<C, P> parent() {
        return parent;
    }

    final ModelMapping<C> mapping() {
        return mapping;
    }

    abstract boolean tabular();

    final List<String> shown() {
        return FormFields.shown(mapping, fields, excluded, readonly);
    }
}
