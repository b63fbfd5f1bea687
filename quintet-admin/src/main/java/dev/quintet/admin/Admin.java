package dev.quintet.admin;

import dev.quintet.http.Routes;
import dev.quintet.kernel.context.Context;

/// The admin of a site, in one line: `include("admin/", Admin.site())`.
public final class Admin {

    private Admin() {}

    /// {@return the routes of an admin called `admin` with what the site's apps register, each by
    /// {@link HasAdmin}}
    ///
    /// Called by a site's `routes()`.
    public static Routes site() {
        return registered(AdminSite.of("admin")).routes();
    }

    /// {@return the admin, with what the site's apps register added to it}
    public static AdminSite registered(AdminSite site) {
        Context.current().apps().all(HasAdmin.class).forEach(app -> app.admin(site));
        UserAdmin.register(site);
        return site;
    }
}
