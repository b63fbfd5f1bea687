package dev.quintet.forms.widget;

/// A value that visitors do not see.
public final class HiddenInput extends Input {

    /// Makes one.
    public HiddenInput() {
        super("hidden");
    }
}
