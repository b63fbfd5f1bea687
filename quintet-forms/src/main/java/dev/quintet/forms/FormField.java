package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.HiddenInput;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.forms.widget.ValueText;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A field of a form: reads what was submitted into a typed value, or says what is wrong with it.
///
/// Each form has its own: make them by the form's methods, such as {@link Form#emailField}. After
/// the form was bound and found valid, {@link #value} is the typed value. In a template, `{{
/// form.email }}` is its control. Django: `Field` and `BoundField`. Belongs to one thread.
///
/// @param <V> type of the value
/// @param <F> the field's own class
public abstract class FormField<V, F extends FormField<V, F>> implements HtmlValue, TemplateObject {

    static final String REQUIRED = "required";
    static final String INVALID = "invalid";

    private @Nullable Form form;
    private String name = "";
    private boolean required = true;
    private boolean disabled;
    private boolean localized;
    private boolean hiddenInitial;
    private @Nullable CharSequence label;
    private CharSequence helpText = "";
    private @Nullable String labelSuffix;
    private @Nullable Object initial;
    private @Nullable Supplier<? extends @Nullable Object> initialSource;
    private @Nullable Widget widget;
    private boolean prepared;
    private @Nullable String template;
    private @Nullable Map<String, String> messages;
    private final List<Validator<? super V>> validators = new ArrayList<>(2);
    private @Nullable List<UnaryOperator<@Nullable V>> last;
    private @Nullable V cleaned;
    private @Nullable BoundField bound;

    /// Makes a field that must be filled in.
    protected FormField() {}

    @SuppressWarnings("unchecked") // F is the subclass itself
    final F self() {
        return (F) this;
    }

    // ---- what a form says of it

    /// Lets it be empty.
    public final F optional() {
        return required(false);
    }

    /// Sets whether it must be filled in.
    public F required(boolean on) {
        this.required = on;
        return self();
    }

    /// Sets what people read beside it; made of its name by default.
    public final F label(CharSequence label) {
        this.label = label;
        return self();
    }

    /// Sets words of help, which are HTML: write nothing of a visitor's into them.
    public final F helpText(CharSequence helpText) {
        this.helpText = helpText;
        return self();
    }

    /// Sets what the control shows at first. It is never taken for what was submitted.
    public final F initial(@Nullable V value) {
        return initialObject(value);
    }

    /// Sets what the control shows at first, found when the form is shown.
    public final F initialBy(Supplier<? extends @Nullable V> source) {
        this.initialSource = source;
        this.initial = null;
        return self();
    }

    /// Sets what the control shows at first, be it of another type: a text that was typed before.
    public final F initialObject(@Nullable Object value) {
        this.initial = value;
        this.initialSource = null;
        return self();
    }

    /// Sets how it looks.
    public final F widget(Widget widget) {
        this.widget = widget;
        this.prepared = false;
        return self();
    }

    /// Shows it without letting anybody change it: what is submitted is ignored, and its initial
    /// value is its value.
    public final F disabled() {
        this.disabled = true;
        return self();
    }

    /// Reads and writes numbers and dates as the visitor's language does.
    public final F localized() {
        this.localized = true;
        return self();
    }

    /// Sends the initial value along in a hidden control, so that a change of it on the server in
    /// the meantime does not look like a change by the visitor.
    public final F showHiddenInitial() {
        this.hiddenInitial = true;
        return self();
    }

    /// Sets what follows the label, in place of the form's.
    public final F labelSuffix(String suffix) {
        this.labelSuffix = suffix;
        return self();
    }

    /// Sets the template that the field is shown by with its label, help and errors.
    public final F template(String name) {
        this.template = name;
        return self();
    }

    /// Sets what is said for a code, such as `required`, `invalid` or `max_length`; with `%(name)s`
    /// where a parameter goes.
    public final F message(String code, String message) {
        if (messages == null) {
            messages = new HashMap<>(4);
        }
        messages.put(code, message);
        return self();
    }

    /// Adds a rule for values that are not empty.
    public final F validator(Validator<? super V> validator) {
        validators.add(validator);
        return self();
    }

    /// Adds a rule for values that are not empty, and what is said of those that it does not hold
    /// for, under the code `invalid`.
    public final F check(Predicate<? super V> rule, String message) {
        return validator(value -> rule.test(value) ? null : ValidationError.of(message, INVALID));
    }

    /// Adds a last step, run once its own rules are satisfied: it returns the value, changed or
    /// not, and may call {@link #addError}. Fields before it have their values then. Django:
    /// `clean_<field>`.
    public final F cleaned(UnaryOperator<@Nullable V> step) {
        if (last == null) {
            last = new ArrayList<UnaryOperator<@Nullable V>>(1);
        }
        last.add(step);
        return self();
    }

    // ---- what a program asks of it

    /// {@return the value of a form that was bound; `null` where nothing was given, where it was
    /// refused, and before}
    public final @Nullable V value() {
        if (form != null) {
            form.cleanIfBound();
        }
        return cleaned;
    }

    /// {@return the value of a form that was bound}
    ///
    /// @throws NoValueException where there is none
    public final V orThrow() {
        V found = value();
        if (found == null) {
            String called = form == null ? "" : name();
            throw new NoValueException(
                    Problem.of("forms.E001", "The field '" + called + "' has no value.")
                            .because(
                                    form == null || !form.isBound()
                                            ? "Its form was not bound to anything."
                                            : "It was left empty, or refused.")
                            .fixedBy(
                                    "Ask form.isValid() first, and value() of fields that may be"
                                            + " empty."));
        }
        return found;
    }

    /// Refuses the value, in a form's {@link Form#clean} or after: it has no value from now on.
    public final void addError(String message) {
        addError(ValidationError.of(message, INVALID));
    }

    /// Refuses the value with a code and parameters.
    public final void addError(ValidationError error) {
        owner().addError(name, error);
    }

    /// {@return what is wrong with it; empty when nothing is, and while its form is not bound}
    public final ErrorList errors() {
        return bound().errors();
    }

    /// {@return it as a page shows it: its control, label, errors}
    public final BoundField bound() {
        BoundField known = bound;
        if (known == null) {
            bound = known = new BoundField(owner(), this);
        }
        return known;
    }

    /// {@return its name, as in Java}
    public final String name() {
        owner().names();
        return name;
    }

    /// {@return what people read beside it}
    public final CharSequence label() {
        if (label != null) {
            return label;
        }
        if (form != null) {
            form.names();
        }
        label = words(name);
        return label;
    }

    /// `deliverOn` and `deliver_on` as people read them: `Deliver on`.
    private static String words(String name) {
        var words = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hump =
                    i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1));
            if (hump && name.charAt(i - 1) != '_') {
                words.append(' ');
            }
            char shown = c == '_' ? ' ' : hump ? Character.toLowerCase(c) : c;
            words.append(i == 0 ? Character.toUpperCase(shown) : shown);
        }
        return words.toString();
    }

    /// {@return words of help; empty for none}
    public final CharSequence helpText() {
        return helpText;
    }

    /// {@return whether it must be filled in}
    public final boolean isRequired() {
        return required;
    }

    /// {@return whether what is submitted for it is ignored}
    public final boolean isDisabled() {
        return disabled;
    }

    /// {@return whether numbers and dates are in the visitor's language}
    public final boolean isLocalized() {
        return localized;
    }

    /// {@return whether its initial value is sent along}
    public final boolean showsHiddenInitial() {
        return hiddenInitial;
    }

    /// {@return how it looks, told what the field knows: longest text, choices}
    public final Widget widget() {
        Widget known = widget;
        if (known == null) {
            widget = known = usualWidget();
        }
        if (!prepared) {
            prepared = true;
            known.localize(localized);
            known.require(required);
            prepareWidget(known);
            widgetAttrs(known, known.attrs());
        }
        return known;
    }

    /// {@return the typed value of a raw one, or why it is refused; changes nothing}
    public final Cleaned<V> clean(@Nullable Object raw) {
        var refused = new Refusals();
        V value = clean(raw, null, refused);
        return new Cleaned<>(refused.any() ? null : value, refused.list());
    }

    // ---- what subclasses say

    /// {@return the widget that it has when none is set}
    protected Widget usualWidget() {
        return new TextInput();
    }

    /// {@return a widget that visitors do not see}
    protected Widget hiddenWidget() {
        return new HiddenInput();
    }

    /// Tells the widget what the field knows.
    protected void prepareWidget(Widget widget) {}

    /// Sets attributes that say in HTML what the field's rules are.
    protected void widgetAttrs(Widget widget, Attrs attrs) {}

    /// {@return what is said for a code when the form says nothing else; `null` for codes that the
    /// field does not know}
    protected @Nullable String usualMessage(String code) {
        return code.equals(REQUIRED) ? gettextNoop("This field is required.") : null;
    }

    /// Reads a raw value: a text as submitted, or a value of JSON. Django: `to_python`.
    ///
    /// @return the value; `null` where there is none, or where `refused` was told why not
    protected abstract @Nullable V parse(@Nullable Object raw, Refusals refused);

    /// Checks that it is not empty where it must not be, and what else the field asks of a value.
    protected void validate(@Nullable V value, Refusals refused) {
        if (required && empty(value)) {
            refuse(refused, REQUIRED);
        }
    }

    /// {@return whether a raw or typed value counts as none}
    protected boolean empty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case Collection<?> several -> several.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    /// Reads and checks a raw value.
    ///
    /// @param initial what the field began with, which files fall back to
    protected @Nullable V clean(@Nullable Object raw, @Nullable Object initial, Refusals refused) {
        V value = parse(raw, refused);
        if (!refused.any()) {
            validate(value, refused);
        }
        if (!refused.any()) {
            runValidators(value, refused);
        }
        return refused.any() ? null : value;
    }

    final void runValidators(@Nullable V value, Refusals refused) {
        if (value == null || empty(value)) {
            return;
        }
        ownRules(value, refused);
        for (Validator<? super V> validator : validators) {
            refuse(refused, validator.validate(value));
        }
    }

    /// Checks a value that is not empty by the field's own rules, all of them.
    protected void ownRules(V value, Refusals refused) {}

    /// {@return a value as its widget takes it}
    protected @Nullable Object prepare(@Nullable Object value) {
        return value;
    }

    /// {@return what a bound form shows: what was submitted}
    protected @Nullable Object boundData(@Nullable Object data, @Nullable Object initial) {
        return disabled ? initial : data;
    }

    /// {@return whether a raw value means another one than the initial one}
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        if (disabled) {
            return false;
        }
        var refused = new Refusals();
        Object value = parse(raw, refused);
        if (refused.any()) {
            return true;
        }
        Object before = initial;
        if (initial instanceof String && value != null && !(value instanceof String)) {
            before = parse(initial, new Refusals());
        }
        return !same(before == null ? "" : before, value == null ? "" : value);
    }

    /// {@return whether a raw value means another one than the initial one}
    public final boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
        return changed(initial, raw);
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b && a.getClass() != b.getClass()) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(one, other);
    }

    // ---- for subclasses and the form

    /// Refuses by a code of the field's messages.
    protected final void refuse(Refusals refused, String code) {
        refused.add(ValidationError.of(message(code), code));
    }

    /// Refuses by a code, with a parameter for its message.
    protected final void refuse(Refusals refused, String code, String name, Object value) {
        refused.add(ValidationError.of(message(code), code).with(name, value));
    }

    /// Refuses, in the form's own words where it has some for the code.
    protected final void refuse(Refusals refused, @Nullable ValidationError why) {
        if (why == null) {
            return;
        }
        String own = messages == null ? null : messages.get(why.code());
        refused.add(own == null ? why : new ValidationError(own, why.code(), why.params()));
    }

    final String incomplete(String otherwise) {
        String own = messages == null ? null : messages.get("incomplete");
        return own == null ? otherwise : own;
    }

    final String message(String code) {
        String own = messages == null ? null : messages.get(code);
        if (own == null) {
            own = usualMessage(code);
        }
        return own == null ? gettextNoop("Enter a valid value.") : own;
    }

    final void belongsTo(Form form) {
        this.form = form;
    }

    final void named(String name) {
        this.name = name;
    }

    final String plainName() {
        return name;
    }

    final @Nullable String ownLabelSuffix() {
        return labelSuffix;
    }

    final @Nullable String ownTemplate() {
        return template;
    }

    final @Nullable Object initialNow() {
        return initialSource != null ? initialSource.get() : initial;
    }

    final void forget() {
        cleaned = null;
    }

    /// Cleans what was submitted and keeps the value, less its last steps.
    final void take(@Nullable Object raw, @Nullable Object initial, Refusals refused) {
        cleaned = clean(raw, initial, refused);
    }

    final void runLastSteps() {
        if (last == null) {
            return;
        }
        for (UnaryOperator<@Nullable V> step : last) {
            if (owner().hasErrors(name)) {
                return;
            }
            V changed = step.apply(cleaned);
            if (!owner().hasErrors(name)) {
                cleaned = changed;
            }
        }
    }

    private Form owner() {
        Form owner = form;
        if (owner == null) {
            throw new FormDefinitionException(
                    Problem.of("forms.E002", "A " + getClass().getSimpleName() + " has no form.")
                            .because(
                                    "Errors and HTML belong to a form; this field was made by its"
                                            + " constructor.")
                            .fixedBy(
                                    "Make it by a method of the form, such as emailField(), or add"
                                            + " it by field(\"name\", ...)."));
        }
        owner.names();
        return owner;
    }

    static String text(@Nullable Object raw) {
        return ValueText.of(raw);
    }

    final @Nullable Object submitted(FormData data, String htmlName) {
        return widget().valueFrom(data, htmlName);
    }

    @Override
    public final SafeString toHtml() {
        return bound().toHtml();
    }

    @Override
    public final @Nullable Object templateAttribute(String attribute) {
        return bound().templateAttribute(attribute);
    }

    /// {@return the control, in HTML}
    @Override
    public String toString() {
        return form == null ? getClass().getSimpleName() : toHtml().text();
    }
}
