package dev.quintet.migrations.press;

import dev.quintet.kernel.app.App;

/// Makes its tables from its models.
public final class PressApp implements App {

    /// For the site.
    public PressApp() {}
}
