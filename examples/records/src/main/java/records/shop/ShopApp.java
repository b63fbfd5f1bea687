package records.shop;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.Progress;

/// Buying as a part of the site. Its tables are made at the first start, beside Chinook's; a shop
/// of your own would have migrations, and `migrate` in its deployment.
public final class ShopApp implements App {

    /// Made by the site, which lists its apps by their classes.
    public ShopApp() {}

    @Override
    public void ready(Context site) {
        site.run(() -> {
            Migrator.of(site).makeTables(app -> app.equals(label()), Progress.silent());
            Stock.fill();
        });
    }
}
