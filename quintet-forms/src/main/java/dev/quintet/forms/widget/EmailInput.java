package dev.quintet.forms.widget;

/// An e-mail address, with a fitting keyboard on phones.
public final class EmailInput extends Input {

    /// Makes one.
    public EmailInput() {
        super("email");
    }
}
