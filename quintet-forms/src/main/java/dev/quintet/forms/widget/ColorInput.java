package dev.quintet.forms.widget;

/// A colour such as `#ff8800`.
public final class ColorInput extends Input {

    /// Makes one.
    public ColorInput() {
        super("color");
    }
}
