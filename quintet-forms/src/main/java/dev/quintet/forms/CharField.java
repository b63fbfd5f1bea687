package dev.quintet.forms;

/// Text.
public final class CharField extends TextualField<CharField> {

    /// Makes a field for any text.
    public CharField() {}
}
