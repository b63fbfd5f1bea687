package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.forms.widget.Media;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.submission.Submission;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.template.TemplateTruth;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What sets of forms have in common: see {@link FormSet} and {@link ModelFormSet}.
///
/// The page says in hidden controls how many rows it has; counts that are forged are limited. Made
/// anew for each request: it belongs to one thread.
///
/// @param <F> the form of a row
/// @param <S> the set's own class
public abstract sealed class FormRows<F extends Form, S extends FormRows<F, S>>
        implements HtmlValue, TemplateObject, TemplateTruth, Iterable<F>
        permits FormSet, ModelFormSet {

    private static final String DELETE = "DELETE";
    private static final String ORDER = "ORDER";
    private static final int MOST = 1000;

    private final Supplier<? extends F> make;

    /// What its rows choose among; sets on the same page may read it together.
    SharedRows shared = new SharedRows(this::keysHeld);

    private int firstNumber;
    private int extra = 1;
    private int least;
    private int most = MOST;
    private @Nullable Integer absoluteMost;
    private boolean validateMin;
    private boolean validateMax;
    private boolean canOrder;
    private boolean canDelete;
    private boolean canDeleteExtra = true;
    private boolean canRemove;
    private String prefix = "form";
    private @Nullable String autoId = "id_%s";
    private List<? extends Map<String, ? extends @Nullable Object>> initial = List.of();
    private @Nullable Consumer<? super S> clean;
    private @Nullable FormRenderer renderer;
    private RowsAsked asked = new RowsAsked(FormData.empty(), false, false);
    private @Nullable FormData data;
    private @Nullable ManagementForm management;
    private @Nullable List<F> forms;
    private final java.util.IdentityHashMap<Form, Marks> marks = new java.util.IdentityHashMap<>();
    private @Nullable List<ValidationError> whole;

    /// The fields that a set adds to its rows.
    private record Marks(@Nullable BooleanField delete, @Nullable IntegerField order) {}

    FormRows(Supplier<? extends F> make) {
        this.make = make;
    }

    @SuppressWarnings("unchecked") // S is the subclass itself
    private S self() {
        return (S) this;
    }

    // ---- how it is put together

    /// Sets how many empty rows it shows; 1 by default.
    public final S extra(int rows) {
        this.extra = rows;
        return self();
    }

    /// Sets how many rows it shows at least, and, once {@link #validateMin} is called, needs.
    public final S min(int rows) {
        this.least = rows;
        return self();
    }

    /// Sets how many rows it shows at most, and, once {@link #validateMax} is called, takes.
    public final S max(int rows) {
        this.most = rows;
        return self();
    }

    /// Sets how many rows are read at most, whatever the page says; 1000 more than {@link #max} by
    /// default.
    public final S absoluteMax(int rows) {
        this.absoluteMost = rows;
        return self();
    }

    /// Refuses fewer rows than {@link #min}, less those to be deleted.
    public final S validateMin() {
        this.validateMin = true;
        return self();
    }

    /// Refuses more rows than {@link #max}, less those to be deleted.
    public final S validateMax() {
        this.validateMax = true;
        return self();
    }

    /// Gives each row a field for its place.
    public final S canOrder() {
        this.canOrder = true;
        return self();
    }

    /// Gives each row a box to delete it.
    public final S canDelete() {
        this.canDelete = true;
        return self();
    }

    /// Gives that box only to rows that were there before.
    public final S canDeleteOnlyInitial() {
        this.canDelete = true;
        this.canDeleteExtra = false;
        return self();
    }

    /// Gives rows that are not kept yet a button that takes them away again, without any script:
    /// the field `REMOVE` of a row. See {@link #wantsOtherRows}.
    public final S canRemove() {
        this.canRemove = true;
        return self();
    }

    /// Sets what stands before the names of all controls; `form` by default.
    public final S prefix(String prefix) {
        this.prefix = prefix;
        return self();
    }

    /// {@return what stands before the names of all controls}
    public final String prefix() {
        return prefix;
    }

    /// Sets the number of its first row, 0 by default: for an answer that is some rows of a page.
    public final S numberFrom(int number) {
        this.firstNumber = number;
        return self();
    }

    /// Sets how ids are made of names; `null` for none.
    public final S autoId(@Nullable String pattern) {
        this.autoId = pattern;
        return self();
    }

    /// Sets what the rows begin with that are there before: one map a row.
    public final S initial(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        this.initial = List.copyOf(rows);
        return self();
    }

    /// Sets what checks the rows together, after each was checked alone; it calls {@link
    /// #addError}.
    public final S clean(Consumer<? super S> check) {
        this.clean = check;
        return self();
    }

    /// Sets another renderer than the site's.
    public final S renderer(FormRenderer renderer) {
        this.renderer = renderer;
        return self();
    }

    /// {@return what rows begin with that are there before}
    protected int initialRows() {
        return initial.size();
    }

    /// {@return a new row}
    ///
    /// @param index number of the row, or `null` for the empty one that scripts copy
    protected F makeRow(@Nullable Integer index) {
        return make.get();
    }

    /// Tells a row what the set knows about it, before it is bound.
    protected void prepareRow(F row, @Nullable Integer index) {}

    /// {@return the keys that the rows of this set lead to by a field}
    Collection<?> keysHeld(String field) {
        return List.of();
    }

    private void share(F row) {
        for (FormField<?, ?> field : row.fields()) {
            switch (field) {
                case ModelChoiceField<?> one -> one.share(shared);
                case ModelMultipleChoiceField<?> several -> several.share(shared);
                default -> {
                    // It has no rows to choose from.
                }
            }
        }
    }

    /// Checks the rows together, for kinds of sets that ask more.
    void checkTogether(List<ValidationError> wrong) {}

    final FormData submitted() {
        FormData known = data;
        return known == null ? FormData.empty() : known;
    }

    // ---- what was submitted

    /// Binds it to what a request brought.
    ///
    /// @return whether all of it is fine
    public final boolean accepts(Submission request) {
        bind(FormData.of(request));
        return isValid();
    }

    /// Binds it to values.
    public final void bind(FormData data) {
        this.asked = RowsAsked.of(data, prefix, most, canRemove);
        this.data = asked.data();
        management = null;
        forms = null;
        whole = null;
        marks.clear();
    }

    /// {@return whether the visitor asked for another row, by the button that {@link #addButton}
    /// writes: the set is not valid then, nothing is checked, and the page is to be shown again}
    public final boolean wantsAnotherRow() {
        return asked.more();
    }

    /// {@return whether the visitor asked for another row, or for one less by the button that
    /// {@link #canRemove} gives it: nothing is checked then either}
    public final boolean wantsOtherRows() {
        return asked.more() || asked.less();
    }

    /// {@return whether it was bound to something}
    public final boolean isBound() {
        return data != null;
    }

    /// {@return the hidden controls that say how many rows there are}
    public final Form managementForm() {
        return management();
    }

    private ManagementForm management() {
        ManagementForm known = management;
        if (known == null) {
            management = known = new ManagementForm();
            known.prefix(prefix);
            known.autoId(autoId);
            if (renderer != null) {
                known.renderer(renderer);
            }
            if (data != null) {
                known.bind(data);
                known.errors();
            } else {
                known.initial(
                        Map.of(
                                ManagementForm.TOTAL,
                                totalRows(),
                                ManagementForm.INITIAL,
                                initialRows(),
                                ManagementForm.MIN,
                                least,
                                ManagementForm.MAX,
                                most));
            }
        }
        return known;
    }

    /// {@return how many rows there are}
    public final int totalRows() {
        if (data != null) {
            return Math.min(management().count(ManagementForm.TOTAL), absolute());
        }
        int there = initialRows();
        int total = Math.max(there, least) + extra;
        if (there > most && most >= 0) {
            return there;
        }
        return Math.min(total, most);
    }

    /// {@return how many rows were there before}
    public final int initialCount() {
        return data != null
                ? Math.min(management().count(ManagementForm.INITIAL), totalRows())
                : initialRows();
    }

    private int absolute() {
        return absoluteMost == null ? most + MOST : absoluteMost;
    }

    /// {@return the rows}
    public final List<F> forms() {
        List<F> known = forms;
        if (known == null) {
            var rows = new ArrayList<F>();
            int total = totalRows();
            int there = initialCount();
            for (int i = 0; i < total; i++) {
                rows.add(row(i, i >= there && i >= least, i < there));
            }
            forms = known = java.util.Collections.unmodifiableList(rows);
        }
        return known;
    }

    /// {@return an empty row whose number is `__prefix__`, for a script to copy}
    public final F emptyForm() {
        F row = makeRow(null);
        row.prefix(prefix + "-__prefix__");
        row.emptyPermitted(true);
        row.autoId(autoId);
        if (renderer != null) {
            row.renderer(renderer);
        }
        prepareRow(row, null);
        share(row);
        mark(row, null, false);
        return row;
    }

    private F row(int index, boolean mayBeEmpty, boolean there) {
        F row = makeRow(index);
        row.prefix(prefix + "-" + (firstNumber + index));
        row.autoId(autoId);
        row.useRequiredAttribute(false);
        row.emptyPermitted(mayBeEmpty);
        if (renderer != null) {
            row.renderer(renderer);
        }
        if (index < initial.size()) {
            row.initial(initial.get(index));
        }
        prepareRow(row, index);
        share(row);
        mark(row, index, there);
        if (data != null) {
            row.unchecked(wantsOtherRows());
            row.bind(data);
        }
        return row;
    }

    private void mark(F row, @Nullable Integer index, boolean there) {
        IntegerField order = null;
        if (canOrder) {
            order = row.addField(ORDER, new IntegerField()).label(gettextLazy("Order")).optional();
            if (there && index != null) {
                order.initial(index + 1);
            }
        }
        BooleanField delete = null;
        if (canDelete && (there || (canDeleteExtra && !canRemove))) {
            BooleanField box = new BooleanField().label(gettextLazy("Delete")).optional();
            delete = row.addField(DELETE, box);
        }
        if (canRemove && !there) {
            row.addField(RowsAsked.REMOVE, new BooleanField())
                    .label("")
                    .optional()
                    .widget(new RemoveButton(index));
        }
        marks.put(row, new Marks(delete, order));
    }

    /// {@return whether the row is to be deleted}
    public final boolean deletes(Form row) {
        Marks of = marks.get(row);
        return of != null && of.delete() != null && ticked(of.delete());
    }

    private static boolean ticked(BooleanField box) {
        return Boolean.TRUE.equals(box.clean(box.bound().data()).value());
    }

    /// {@return the rows that were there before and are to be deleted, and new ones that were
    /// filled in and are to be deleted again}
    public final List<F> deletedForms() {
        int there = initialCount();
        var all = new ArrayList<F>();
        for (int i = 0; i < forms().size(); i++) {
            F row = forms().get(i);
            if (deletes(row) && (i < there || row.hasChanged())) {
                all.add(row);
            }
        }
        return all;
    }

    /// {@return the rows that stay, in the order that was asked for; those without a place come
    /// last, new ones that stayed empty not at all}
    public final List<F> orderedForms() {
        int there = initialCount();
        var all = new ArrayList<F>();
        for (int i = 0; i < forms().size(); i++) {
            F row = forms().get(i);
            if (!deletes(row) && (i < there || row.hasChanged())) {
                all.add(row);
            }
        }
        all.sort(
                Comparator.comparing(this::place, Comparator.nullsLast(Comparator.naturalOrder())));
        return all;
    }

    private @Nullable Integer place(F row) {
        Marks of = marks.get(row);
        return of == null || of.order() == null ? null : of.order().value();
    }

    /// {@return whether it was bound and all rows that are not to be deleted are fine}
    public final boolean isValid() {
        if (data == null || wantsOtherRows()) {
            return false;
        }
        List<ValidationError> wrong = whole();
        return wrong.isEmpty() && forms().stream().allMatch(row -> deletes(row) || row.isValid());
    }

    /// {@return whether something else was submitted than what rows began with}
    public final boolean hasChanged() {
        return forms().stream().anyMatch(Form::hasChanged);
    }

    /// {@return what is wrong with each row that is not to be deleted, in their order}
    public final List<FormErrors> errors() {
        return data == null
                ? List.of()
                : forms().stream().filter(row -> !deletes(row)).map(Form::errors).toList();
    }

    /// {@return what is wrong with the rows together}
    public final ErrorList nonFormErrors() {
        return new ErrorList(
                renderer == null ? FormRenderer.current() : renderer,
                data == null ? List.of() : whole(),
                "errorlist nonform",
                "");
    }

    /// Says that something is wrong with the rows together.
    public final void addError(String message) {
        whole().add(ValidationError.of(message, FormField.INVALID));
    }

    private List<ValidationError> whole() {
        List<ValidationError> known = whole;
        if (known == null) {
            whole = known = new ArrayList<>();
            check(known);
        }
        return known;
    }

    private void check(List<ValidationError> wrong) {
        if (wantsOtherRows()) {
            return;
        }
        if (!management().isValid()) {
            wrong.add(management().missing());
        }
        long empty = forms().stream().skip(initialCount()).filter(row -> !row.hasChanged()).count();
        int deleted = deletedForms().size();
        int total = totalRows();
        if ((validateMax && total - deleted > most)
                || management().count(ManagementForm.TOTAL) > absolute()) {
            wrong.add(ManagementForm.tooMany(most));
        } else if (validateMin && total - deleted - empty < least) {
            wrong.add(ManagementForm.tooFew(least));
        }
        if (wrong.isEmpty()) {
            checkTogether(wrong);
        }
        if (clean != null && wrong.isEmpty()) {
            clean.accept(self());
        }
    }

    /// {@return the values of each row}
    ///
    /// @throws NoValueException when it is not valid
    public final List<Map<String, @Nullable Object>> cleanedData() {
        if (!isValid()) {
            throw new NoValueException(
                    Problem.of("forms.E006", "The forms are not valid, so they have no values.")
                            .fixedBy("Ask isValid() first."));
        }
        return forms().stream().map(Form::cleanedData).toList();
    }

    // ---- its HTML

    /// {@return whether it must be sent as `multipart/form-data`}
    public final boolean isMultipart() {
        return (forms().isEmpty() ? emptyForm() : forms().getFirst()).isMultipart();
    }

    /// {@return the scripts and styles of its rows' widgets}
    public final Media media() {
        return (forms().isEmpty() ? emptyForm() : forms().getFirst()).media();
    }

    /// {@return the management controls, and each row as `div`s}
    public final SafeString asDiv() {
        return render(Form::asDiv);
    }

    /// {@return the management controls, and each row as `p`s}
    public final SafeString asP() {
        return render(Form::asP);
    }

    /// {@return the management controls, and each row as rows of a table}
    public final SafeString asTable() {
        return render(Form::asTable);
    }

    /// {@return the management controls, and each row as items of a list}
    public final SafeString asUl() {
        return render(Form::asUl);
    }

    private SafeString render(java.util.function.Function<Form, SafeString> each) {
        var out = new StringBuilder(management().toHtml().text());
        forms().forEach(row -> out.append('\n').append(each.apply(row).text()));
        return new SafeString(out.toString());
    }

    /// {@return a button that asks for another row, by the template
    /// `quintet/forms/add_button.html`; empty where there may be no more. Place it behind the
    /// button that saves, which the Enter key is for. It needs no script; `hx-post` may serve it
    /// too}
    public final SafeString addButton() {
        if (totalRows() >= most) {
            return new SafeString("");
        }
        FormRenderer by = renderer == null ? FormRenderer.current() : renderer;
        return by.render(
                "quintet/forms/add_button.html",
                Map.of("name", prefix + RowsAsked.ADD, "label", gettext("Add another")));
    }

    /// {@return the whole, by the template `quintet/forms/formset.html`}
    @Override
    public SafeString toHtml() {
        FormRenderer by = renderer == null ? FormRenderer.current() : renderer;
        return by.render("quintet/forms/formset.html", Map.of("formset", this));
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        return RowsInTemplates.attribute(this, name);
    }

    /// {@return `true`: a set counts as true, also one without rows. Django: `__bool__`}
    @Override
    public final boolean countsAsTrue() {
        return true;
    }

    @Override
    public Iterator<F> iterator() {
        return forms().iterator();
    }

    @Override
    public String toString() {
        return toHtml().text();
    }
}
