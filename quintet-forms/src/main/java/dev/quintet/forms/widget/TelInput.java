package dev.quintet.forms.widget;

/// A telephone number, with a fitting keyboard on phones.
public final class TelInput extends Input {

    /// Makes one.
    public TelInput() {
        super("tel");
    }
}
