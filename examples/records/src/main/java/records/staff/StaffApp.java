package records.staff;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.Migrator;
import records.catalog.Chinook;
import records.shop.Stock;

/// Who works in the shop, as a part of the site; listed behind the apps whose tables it needs.
///
/// The demo makes its tables, its roles and its stock when it is first served. A shop of your own
/// has `migrate` in its deployment for that.
public final class StaffApp implements App {

    /// Made by the site, which lists its apps by their classes.
    public StaffApp() {}

    @Override
    public void serving(Context site) {
        Migrator migrator = Migrator.of(site);
        if (!migrator.plan().isEmpty()) {
            migrator.migrate();
            Chinook.fill(site);
            Role.make();
            Stock.fill();
        }
    }
}
