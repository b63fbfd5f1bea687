package dev.quintet.forms.widget;

import org.jspecify.annotations.Nullable;

/// Boxes to tick, for several of a few choices.
public final class CheckboxSelectMultiple extends ChoiceWidget {

    /// Makes one whose choices its field hands over.
    public CheckboxSelectMultiple() {}

    @Override
    public String template() {
        return "quintet/forms/widgets/checkbox_select.html";
    }

    @Override
    protected String optionTemplate() {
        return "quintet/forms/widgets/checkbox_option.html";
    }

    @Override
    protected String inputType() {
        return "checkbox";
    }

    @Override
    protected String chosenAttribute() {
        return "checked";
    }

    @Override
    public boolean multiple() {
        return true;
    }

    @Override
    public boolean useFieldset() {
        return true;
    }

    /// {@return false: it would ask for every box}
    @Override
    public boolean useRequiredAttribute(@Nullable Object initial) {
        return false;
    }

    /// {@return false: boxes that were not ticked are not sent}
    @Override
    public boolean omittedFrom(FormData data, String name) {
        return false;
    }

    /// {@return nothing: the label names all boxes and not the first}
    @Override
    public String idForLabel(String id) {
        return "";
    }
}
