package dev.quintet.contenttypes.tags;

import dev.quintet.kernel.app.App;

/// Tags, and what bears them.
public final class TagsApp implements App {

    /// For the site.
    public TagsApp() {}
}
