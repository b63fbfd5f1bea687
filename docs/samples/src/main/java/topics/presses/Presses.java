package topics.presses;

import dev.quintet.Site;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;

/// A site whose tables changed.
public final class Presses extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(PressesApp.class);
        settings.database("sqlite:presses.db");
    }

    @Override
    protected Routes routes() {
        return Routes.of();
    }
}
