package records.catalog;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.Chart;
import dev.quintet.admin.HasAdmin;
import dev.quintet.admin.Panel;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;

/// The catalogue as a part of a site: its models, its templates, its static files and what the
/// admin shows of it come with it.
public final class CatalogApp implements App, HasAdmin {

    /// Made by the site, which lists its apps by their classes.
    public CatalogApp() {}

    /// Puts the shop's stock into the database, the first time.
    @Override
    public void ready(Context site) {
        Chinook.stock(site);
    }

    @Override
    public void admin(AdminSite site) {
        site.register(
                new AlbumAdmin(),
                new ArtistAdmin(),
                new TrackAdmin(),
                new CustomerAdmin(),
                new InvoiceAdmin());
        site.register(Genre.class, Playlist.class, Employee.class, MediaType.class);
        site.panel(
                Panel.of("Revenue by month", _ -> Chart.columns(Sales.months()))
                        .needs("catalog.view_invoice")
                        .leadingTo("catalog_invoice_report"));
        site.panel(
                Panel.of("Where it was sold", _ -> Chart.bars(Sales.countries()))
                        .needs("catalog.view_invoice")
                        .leadingTo("catalog_invoice_report"));
    }
}
