package dev.quintet.forms.widget;

/// Words to search for.
public final class SearchInput extends Input {

    /// Makes one.
    public SearchInput() {
        super("search");
    }
}
