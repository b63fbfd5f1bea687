package dev.quintet.web;

import dev.quintet.forms.Form;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A step of a {@link WizardView}: a form with a name. Kept in a constant, it is also what answers
/// are asked by, typed. Immutable; safe for many threads.
///
/// @param <F> the form
public final class WizardStep<F extends Form> {

    private final String name;
    private final CharSequence label;
    private final Function<WizardAnswers, F> form;
    private final Predicate<WizardAnswers> when;
    private final @Nullable String template;

    private WizardStep(
            String name,
            CharSequence label,
            Function<WizardAnswers, F> form,
            Predicate<WizardAnswers> when,
            @Nullable String template) {
        this.name = name;
        this.label = label;
        this.form = form;
        this.when = when;
        this.template = template;
    }

    /// {@return a step with a form of its own}
    ///
    /// @param name lower-case letters, digits, `-` and `_`: it stands in the address
    /// @throws PageException when the name is none
    public static <F extends Form> WizardStep<F> of(String name, Supplier<? extends F> form) {
        return by(name, _ -> form.get());
    }

    /// {@return a step whose form is made of what was answered before: with initial values, or with
    /// choices that depend on it}
    ///
    /// @throws PageException when the name is none
    public static <F extends Form> WizardStep<F> by(
            String name, Function<WizardAnswers, ? extends F> form) {
        if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
            throw new PageException(
                    dev.quintet.kernel.error.Problem.of(
                                    "forms.E020", "A step cannot be called '" + name + "'.")
                            .because("Its name stands in the address of its page.")
                            .fixedBy("Write lower-case letters, digits, - and _: 'address'."),
                    null);
        }
        String label = name.replace('-', ' ').replace('_', ' ');
        return new WizardStep<>(
                name,
                label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1),
                form::apply,
                _ -> true,
                null);
    }

    /// {@return this step under another heading; its name in words by default}
    public WizardStep<F> label(CharSequence label) {
        return new WizardStep<>(name, label, form, when, template);
    }

    /// {@return this step, left out unless the answers to the steps before it satisfy `condition`}
    public WizardStep<F> when(Predicate<WizardAnswers> condition) {
        return new WizardStep<>(name, label, form, condition, template);
    }

    /// {@return this step, shown by a template of its own}
    public WizardStep<F> template(String template) {
        return new WizardStep<>(name, label, form, when, template);
    }

    /// {@return what the address calls it}
    public String name() {
        return name;
    }

    /// {@return what people read}
    public CharSequence label() {
        return label;
    }

    F form(WizardAnswers before) {
        return form.apply(before);
    }

    boolean isDue(WizardAnswers before) {
        return when.test(before);
    }

    String templateOr(String usual) {
        return template == null ? usual : template;
    }

    /// Two are the same step when they have one name.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WizardStep<?> step && step.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
