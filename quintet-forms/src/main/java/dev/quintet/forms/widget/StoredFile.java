package dev.quintet.forms.widget;

/// A file that is there already: what a file's field begins with, shown as a link.
public interface StoredFile {

    /// {@return the address that a browser fetches it from}
    String url();

    /// {@return the name that people read}
    String name();
}
