package dev.quintet.admin;

/// An app whose models are in the admin: `class CatalogApp implements App, HasAdmin`.
@FunctionalInterface
public interface HasAdmin {

    /// Registers what the app has to show.
    ///
    /// @param site the site's admin, as {@link Admin#site} makes it
    void admin(AdminSite site);
}
