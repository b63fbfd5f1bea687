package records.shop;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;
import records.shop.migrations.Migrations;

/// Buying as a part of the site.
public final class ShopApp implements App, HasMigrations, HasAdmin {

    /// Made by the site, which lists its apps by their classes.
    public ShopApp() {}

    @Override
    public List<Migration> migrations() {
        return Migrations.all();
    }

    @Override
    public void admin(AdminSite site) {
        site.register(new OrderAdmin(), new StockAdmin());
    }
}
