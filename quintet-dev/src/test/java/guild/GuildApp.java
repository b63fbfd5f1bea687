package guild;

import dev.quintet.kernel.app.App;

/// Members.
public final class GuildApp implements App {

    /// For the site.
    public GuildApp() {}
}
