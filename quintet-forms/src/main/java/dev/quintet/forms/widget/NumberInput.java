package dev.quintet.forms.widget;

/// A number, with small buttons in most browsers.
public final class NumberInput extends Input {

    /// Makes one.
    public NumberInput() {
        super("number");
    }
}
