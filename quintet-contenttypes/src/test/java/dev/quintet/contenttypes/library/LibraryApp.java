package dev.quintet.contenttypes.library;

import dev.quintet.kernel.app.App;

/// Books and what is said of them.
public final class LibraryApp implements App {

    /// For the site.
    public LibraryApp() {}
}
