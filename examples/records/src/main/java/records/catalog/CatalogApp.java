package records.catalog;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;

/// The catalogue as a part of a site: its models, its templates and its static files come with it.
public final class CatalogApp implements App {

    /// Made by the site, which lists its apps by their classes.
    public CatalogApp() {}

    /// Puts the shop's stock into the database, the first time.
    @Override
    public void ready(Context site) {
        Chinook.stock(site);
    }
}
