package dev.quintet.club;

import dev.quintet.kernel.app.App;

/// Bands and their records.
public final class ClubApp implements App {

    /// For the site.
    public ClubApp() {}
}
