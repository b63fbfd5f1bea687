package dev.quintet.forms.widget;

/// The address of a page, with a fitting keyboard on phones. Django: `URLInput`.
public final class UrlInput extends Input {

    /// Makes one.
    public UrlInput() {
        super("url");
    }
}
