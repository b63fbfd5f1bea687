package dev.quintet.web;

import dev.quintet.forms.Form;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.TemplateObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was answered in the steps of a {@link WizardView} so far: each step's form, bound to what
/// was submitted for it. In templates `{{ answers.address.street.value }}`, by the step's name.
/// Belongs to one request.
public final class WizardAnswers implements TemplateObject {

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private boolean kept;

    WizardAnswers() {}

    void put(WizardStep<?> step, Form form) {
        forms.put(step.name(), form);
    }

    /// {@return the form of a step, which is valid: its values are typed}
    ///
    /// @throws PageException when the step was left out, or comes later
    public <F extends Form> F form(WizardStep<F> step) {
        return find(step)
                .orElseThrow(() ->
                        new PageException(
                                Problem.of("forms.E021", "The step '" + step + "' has no answers.")
                                        .because(
                                                "Answered are: "
                                                        + String.join(", ", forms.keySet())
                                                        + ".")
                                        .fixedBy(
                                                "Ask find(step) for one that may be left out or"
                                                        + " comes later."),
                                null));
    }

    /// {@return the form of a step; nothing when the step was left out, or comes later}
    @SuppressWarnings("unchecked") // a step's name leads to the form that the step made
    public <F extends Form> Optional<F> find(WizardStep<F> step) {
        return Optional.ofNullable((F) forms.get(step.name()));
    }

    /// Keeps the answers although the end was reached: for an end that could not do what was asked
    /// and sends the visitor back, such as to a basket that others emptied meanwhile.
    public void keep() {
        this.kept = true;
    }

    boolean isKept() {
        return kept;
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        Form found = forms.get(name);
        return found == null ? forms.get(name.replace('_', '-')) : found;
    }
}
