package dev.quintet.migrations.atlas;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.fixtures.Fixtures;
import dev.quintet.migrations.fixtures.HasSeeds;

/// Makes its tables from its models.
public final class AtlasApp implements App, HasSeeds {

    /// For the site.
    public AtlasApp() {}

    @Override
    public void seed(Context site) {
        Fixtures.of(site).load("atlas_circle");
    }
}
