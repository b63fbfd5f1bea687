package dev.quintet.forms.widget;

/// Radio buttons, for one of a few choices.
public final class RadioSelect extends ChoiceWidget {

    /// Makes one whose choices its field hands over.
    public RadioSelect() {}

    @Override
    public String template() {
        return "quintet/forms/widgets/radio.html";
    }

    @Override
    protected String optionTemplate() {
        return "quintet/forms/widgets/radio_option.html";
    }

    @Override
    protected String inputType() {
        return "radio";
    }

    @Override
    protected String chosenAttribute() {
        return "checked";
    }

    @Override
    public boolean useFieldset() {
        return true;
    }

    /// {@return nothing: the label names all buttons and not the first}
    @Override
    public String idForLabel(String id) {
        return "";
    }
}
