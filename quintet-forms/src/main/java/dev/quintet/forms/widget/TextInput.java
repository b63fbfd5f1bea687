package dev.quintet.forms.widget;

/// A line of text.
public final class TextInput extends Input {

    /// Makes one.
    public TextInput() {
        super("text");
    }
}
