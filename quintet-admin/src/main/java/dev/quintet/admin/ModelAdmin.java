package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.forms.ModelForm;
import dev.quintet.forms.widget.Widget;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Column;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Relation;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.Selectable;
import dev.quintet.web.Shortcuts;
import dev.quintet.web.messages.Messages;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the admin shows a model: its list, its form, who may do what. Django: `ModelAdmin`.
///
/// ```java
/// public final class AlbumAdmin extends ModelAdmin<Album> {
///     public AlbumAdmin() {
///         listDisplay(Albums.title, Albums.artist, Albums.price, column("new?", Album::isNew));
///         listFilter(Albums.format, Albums.released);
///         searchFields(Albums.title, Albums.artist.name);
///         inline(new TrackInline());
///         action("Mark as sold out", (request, albums) -> albums.update(Albums.stock.set(0)));
///     }
/// }
/// ```
///
/// The constructor says how things look, the methods to be overridden what happens. One object
/// serves all requests: keep nothing of a request in it.
///
/// @param <M> the model
public abstract class ModelAdmin<M extends Entity> {

    private final ModelMapping<M> mapping;
    final ListOptions<M> list = new ListOptions<>();
    final FormOptions<M> form = new FormOptions<>();
    private @Nullable AdminSite site;

    /// For admins that say `extends ModelAdmin<Album>`.
    @SuppressWarnings("unchecked") // the class says which model it is for
    protected ModelAdmin() {
        this.mapping = Mappings.of((Class<M>) modelOf(getClass()));
    }

    /// For admins of models that their class does not say.
    protected ModelAdmin(Class<M> model) {
        this.mapping = Mappings.of(model);
    }

    private static Class<?> modelOf(Class<?> admin) {
        for (Class<?> at = admin; at != null; at = at.getSuperclass()) {
            if (at.getGenericSuperclass() instanceof ParameterizedType type
                    && type.getActualTypeArguments()[0] instanceof Class<?> model
                    && Entity.class.isAssignableFrom(model)) {
                return model;
            }
        }
        throw new AdminException(
                Problem.of("admin.E003", admin.getName() + " does not say which model it is for.")
                        .because("It extends ModelAdmin without a class between < and >.")
                        .fixedBy("Write 'extends ModelAdmin<Album>', or call super(Album.class)."));
    }

    /// {@return an admin that shows a model by default: its short fields in the list, its texts
    /// searched, its choices and truth values as filters}
    public static <M extends Entity> ModelAdmin<M> of(Class<M> model) {
        return new PlainAdmin<>(model);
    }

    /// Tells it which admin it is in, before any request.
    final void in(AdminSite site) {
        this.site = site;
    }

    final AdminSite site() {
        return Objects.requireNonNull(site, "An admin is registered before it is asked.");
    }

    /// {@return what is known of the model}
    public final ModelMapping<M> mapping() {
        return mapping;
    }

    // ---- the list

    /// Adds columns to the list: fields, those of related rows (`Albums.artist.name`, loaded with
    /// the list), and what {@link #column} computes.
    @SafeVarargs
    protected final void listDisplay(Selectable<? super M>... columns) {
        for (Selectable<? super M> column : columns) {
            list.columns.add(ShownColumn.of(mapping, column, list.columns.size()));
        }
    }

    /// {@return a column that is computed from a row}
    ///
    /// @param label what people read above it
    protected final ListColumn<M> column(
            CharSequence label, Function<? super M, ? extends @Nullable Object> value) {
        return new ListColumn<>(label, value, null);
    }

    /// Sets which columns lead to the row's form; the first by default.
    @SafeVarargs
    protected final void listDisplayLinks(Selectable<? super M>... columns) {
        list.links.addAll(ColumnName.all(columns));
    }

    /// Lets nothing in the list lead to forms.
    protected final void noLinks() {
        list.linked = false;
    }

    /// Makes columns of the list controls: many rows are changed and saved at once. Who saves a row
    /// that somebody else has changed since is told so, and nothing is lost.
    @SafeVarargs
    protected final void listEditable(Selectable<? super M>... columns) {
        list.editable.addAll(ColumnName.all(columns));
    }

    /// Adds filters beside the list, of the kind that suits each field.
    @SafeVarargs
    protected final void listFilter(Selectable<? super M>... columns) {
        for (Selectable<? super M> column : columns) {
            list.filters.add(new FieldFilter<>(FieldAt.find(mapping, ColumnName.of(column))));
        }
    }

    /// Adds a filter of your own beside the list.
    protected final void listFilter(ListFilter<M> filter) {
        list.filters.add(filter);
    }

    /// Counts the rows of each choice of the filters from the start; otherwise people ask for it.
    protected final void showFacets() {
        list.facets = true;
    }

    /// Adds fields that the search box looks into: each word must be in one of them, in any case.
    @SafeVarargs
    protected final void searchFields(Selectable<? super M>... columns) {
        search("icontains", ColumnName.all(columns));
    }

    /// Adds fields that the search box looks into: a word must be how they begin.
    @SafeVarargs
    protected final void searchBeginnings(Selectable<? super M>... columns) {
        search("istartswith", ColumnName.all(columns));
    }

    /// Adds fields that the search box looks into: a word must be all of it, in any case.
    @SafeVarargs
    protected final void searchExactly(Selectable<? super M>... columns) {
        search("iexact", ColumnName.all(columns));
    }

    private void search(String lookup, List<String> paths) {
        paths.forEach(path -> list.search.add(new ListOptions.SearchField(path, lookup)));
    }

    /// Sets what stands below the search box.
    protected final void searchHelp(CharSequence text) {
        list.searchHelp = text;
    }

    /// Lets people go from years to months to days of a date.
    protected final void dateHierarchy(Selectable<? super M> date) {
        list.dateHierarchy = FieldAt.find(mapping, ColumnName.of(date));
    }

    /// Sets the order of the list, where it is not the model's: `"-released", "title"`.
    protected final void ordering(String... fields) {
        list.ordering = List.of(fields);
    }

    /// Sets how many rows a page has; 100 by default.
    protected final void listPerPage(int rows) {
        list.perPage = rows;
    }

    /// Sets how many rows there may be for the list to be shown whole; 200 by default.
    protected final void listMaxShowAll(int rows) {
        list.maxShowAll = rows;
    }

    /// Leaves out how many rows there are without the filters, which costs a statement.
    protected final void noFullCount() {
        list.fullCount = false;
    }

    /// Offers no import of rows from files, which who may add or change rows is offered else.
    protected final void noImport() {
        list.imports = false;
    }

    /// Says that the table has very many rows: the list is not counted to its end, and its pages
    /// lead on from row to row, by an index where the order has one, instead of from number to
    /// number. What the order names must always have a value, and be the model's own; else pages
    /// have numbers all the same.
    protected final void bigTable() {
        list.big = true;
    }

    /// Sets what stands for nothing; a hyphen by default.
    protected final void emptyValue(CharSequence text) {
        list.empty = text;
    }

    /// Adds something to do to the rows that are ticked. What it did to each row is written down
    /// and can be undone.
    ///
    /// @param label what people read
    protected final void action(CharSequence label, AdminAction.Work<M> work) {
        action(actionOf(label, work));
    }

    /// Adds an action that was made by {@link #actionOf} or {@link #pageOf}.
    protected final void action(AdminAction<M> action) {
        list.actions.put(action.name(), action);
    }

    /// {@return an action, to be told more: `action(actionOf(...).needs(Access.CHANGE))`}
    protected final AdminAction<M> actionOf(CharSequence label, AdminAction.Work<M> work) {
        return new AdminAction<>(
                actionName(),
                label,
                (request, rows) -> {
                    work.run(request, rows);
                    return null;
                },
                Access.CHANGE,
                null,
                AdminAction.Kind.NOW);
    }

    /// {@return an action that answers with a page of its own}
    protected final AdminAction<M> pageOf(CharSequence label, AdminAction.PageWork<M> work) {
        return new AdminAction<>(
                actionName(), label, work, Access.VIEW, null, AdminAction.Kind.PAGE);
    }

    private String actionName() {
        return "action" + (list.actions.size() + 1);
    }

    /// Leaves out the action that deletes the rows that are ticked.
    protected final void noDeleteAction() {
        list.deletes = false;
    }

    // ---- the form

    /// Sets the fields of the form, in their order; by default all that can be edited.
    @SafeVarargs
    protected final void fields(Selectable<? super M>... columns) {
        form.fieldsets.add(new Fieldset(null, ColumnName.all(columns), null, false));
    }

    /// Adds fields of the form that stand together below a title.
    @SafeVarargs
    protected final void fieldset(CharSequence title, Selectable<? super M>... columns) {
        form.fieldsets.add(new Fieldset(title, names(columns), null, false));
    }

    /// Adds fields of the form below a title, hidden until somebody opens them.
    @SafeVarargs
    protected final void collapsed(CharSequence title, Selectable<? super M>... columns) {
        form.fieldsets.add(new Fieldset(title, names(columns), null, true));
    }

    @SafeVarargs
    private final List<String> names(Selectable<? super M>... columns) {
        var names = new ArrayList<String>(columns.length);
        for (Selectable<? super M> column : columns) {
            names.add(formName(column));
        }
        return names;
    }

    @SuppressWarnings("unchecked") // a computed column is of the admin's own model
    private String formName(Selectable<? super M> column) {
        if (column instanceof ListColumn<?> computed) {
            String name = "computed-" + computed.label();
            form.computed.put(name, (ListColumn<M>) computed);
            form.readonly.add(name);
            return name;
        }
        return ColumnName.of(column);
    }

    /// Leaves fields out of the form.
    @SafeVarargs
    protected final void exclude(Selectable<? super M>... columns) {
        form.excluded.addAll(ColumnName.all(columns));
    }

    /// Shows fields, and what {@link #column} computes, without letting anybody change them.
    @SafeVarargs
    protected final void readonlyFields(Selectable<? super M>... columns) {
        for (Selectable<? super M> column : columns) {
            form.readonly.add(formName(column));
        }
    }

    /// Fills a field from others while people type, until they change it themselves.
    @SafeVarargs
    protected final void prepopulated(
            Selectable<? super M> slug, Selectable<? super M>... sources) {
        form.prepopulated.put(ColumnName.of(slug), ColumnName.all(sources));
    }

    /// Asks for the key of the row that a relation leads to, with a way to look it up.
    @SafeVarargs
    protected final void rawIdFields(Relation<? super M, ?>... relations) {
        form.rawId.addAll(ColumnName.all(relations));
    }

    /// Lets people search for the row that a relation leads to; the other model's admin says in
    /// which fields.
    @SafeVarargs
    protected final void autocompleteFields(Relation<? super M, ?>... relations) {
        form.autocomplete.addAll(ColumnName.all(relations));
    }

    /// Shows choices as buttons, of which one is pressed.
    @SafeVarargs
    protected final void radioFields(Selectable<? super M>... columns) {
        form.radio.addAll(ColumnName.all(columns));
    }

    /// Gives a field another look.
    protected final void widget(Selectable<? super M> column, Supplier<? extends Widget> widget) {
        form.widgets.put(ColumnName.of(column), widget);
    }

    /// Sets a form of your own, which lists its fields itself.
    protected final void form(Supplier<? extends ModelForm<M>> form) {
        this.form.form = form;
    }

    /// Adds the rows of another model that lead to this one, to be edited on the same page.
    protected final void inline(Inline<?, M> rows) {
        form.inlines.add(rows);
    }

    /// Offers to save a changed row as a new one.
    protected final void saveAsNew() {
        form.saveAsNew = true;
    }

    /// Puts the buttons above the form too.
    protected final void saveOnTop() {
        form.saveOnTop = true;
    }

    /// Offers a link to the row's page on the site.
    ///
    /// @param url makes its address
    protected final void viewOnSite(Function<? super M, String> url) {
        form.viewOnSite = url;
    }

    // ---- what happens

    /// {@return the rows that this visitor may see at all: by default those of the catalogue's
    /// `all()`}
    protected QuerySet<M> queryset(Request request) {
        return mapping.defaultRows();
    }

    /// {@return the row that a part of an address means, or `null` where this visitor has no such
    /// row; then a message says so on the next page}
    final @Nullable M found(Request request, String part) {
        String key = KeyInAddress.unquoted(part);
        M row = RowKey.find(queryset(request), key);
        if (row == null) {
            Messages.warning(
                    request,
                    gettext("There is no %(name)s with the key “%(key)s”. Perhaps it was deleted?")
                            .replace("%(name)s", mapping.state().shownName())
                            .replace("%(key)s", key));
        }
        return row;
    }

    /// {@return whether the visitor may make new rows; by default as the model's permissions say}
    protected boolean hasAddPermission(Request request) {
        return Staff.may(request, mapping, Access.ADD, null);
    }

    /// {@return whether the visitor may change rows; by default as the model's permissions say}
    ///
    /// @param row the one that it is about, or `null` for any
    protected boolean hasChangePermission(Request request, @Nullable M row) {
        return Staff.may(request, mapping, Access.CHANGE, row);
    }

    /// {@return whether the visitor may delete rows; by default as the model's permissions say}
    ///
    /// @param row the one that it is about, or `null` for any
    protected boolean hasDeletePermission(Request request, @Nullable M row) {
        return Staff.may(request, mapping, Access.DELETE, row);
    }

    /// {@return whether the visitor may look at rows: who may view or change them, by default}
    ///
    /// @param row the one that it is about, or `null` for any
    protected boolean hasViewPermission(Request request, @Nullable M row) {
        return Staff.may(request, mapping, Access.VIEW, row)
                || Staff.may(request, mapping, Access.CHANGE, row);
    }

    /// Saves a row. Its relations to many and its inlines are saved after it, in the same
    /// transaction.
    ///
    /// @param change whether it was there before
    protected void saveModel(Request request, M row, boolean change) {
        row.save();
    }

    /// Deletes a row and what goes with it.
    protected void deleteModel(Request request, M row) {
        row.delete();
    }

    /// Deletes the rows that were ticked, and what goes with them.
    protected void deleteQueryset(Request request, QuerySet<M> rows) {
        rows.delete();
    }

    /// Changes the form for a request, before it is bound: other rows to choose from, other initial
    /// values.
    ///
    /// @param row the one that it is about, or `null` for a new one
    protected void prepareForm(Request request, ModelForm<M> form, @Nullable M row) {}

    /// {@return the names of fields that this visitor cannot change; by default those of {@link
    /// #readonlyFields}}
    ///
    /// @param row the one that it is about, or `null` for a new one
    protected Set<String> readonlyFor(Request request, @Nullable M row) {
        return form.readonly;
    }

    /// {@return the names of the fields that this visitor can set in the form of a row, or in the
    /// list}
    final Set<String> editableFor(Request request, M row) {
        var names = new LinkedHashSet<String>();
        ModelForm<M> own = formFor(request, row);
        if (own != null) {
            own.visibleFields().forEach(field -> names.add(field.name()));
        } else if (form.fieldsets.isEmpty()) {
            names.addAll(FormFields.shown(mapping, List.of(), form.excluded, form.readonly));
        } else {
            form.fieldsets.forEach(set -> names.addAll(set.fields()));
        }
        names.addAll(list.editable);
        names.removeAll(readonlyFor(request, row));
        return names;
    }

    /// {@return a form of the site's own for this row, or `null` for the admin's; by default what
    /// {@link #form} was given}
    ///
    /// @param row the one that it is about, or `null` for a new one
    protected @Nullable ModelForm<M> formFor(Request request, @Nullable M row) {
        return form.form == null ? null : form.form.get();
    }

    /// {@return buttons of your own above a row's form: addresses by what people read}
    protected Map<? extends CharSequence, String> links(Request request, M row) {
        return Map.of();
    }

    /// {@return pages of your own below the model's address, in front of the admin's; each is for
    /// staff only}
    protected List<Route> pages() {
        return List.of();
    }

    /// {@return buttons of your own above the list: addresses by what people read}
    protected Map<? extends CharSequence, String> tools(Request request) {
        return Map.of();
    }

    /// {@return a page of your own in the admin's frame; its template extends
    /// `admin/base_site.html` and fills the block `content`}
    ///
    /// @param title what people read above it
    /// @param variables of the template, besides those of every page of the admin
    protected final Response page(
            Request request,
            CharSequence title,
            String template,
            Map<String, ? extends @Nullable Object> variables) {
        var all = PageParts.of(site(), request, title, mapping.state().label());
        all.put("crumbs", PageParts.crumbs(site(), this, new PageParts.Crumb(title, null)));
        all.putAll(variables);
        return Shortcuts.render(request, template, all);
    }

    /// {@return the address of a page of this admin}
    ///
    /// @param name of its route without the admin's, such as `shop_album_changelist`
    protected final String url(String name, Object... args) {
        return site().url(name, args);
    }

    /// {@return the name that {@link #readonlyFor} knows a column by}
    protected final String fieldName(Column<? super M, ?> column) {
        return ColumnName.of(column);
    }
}
