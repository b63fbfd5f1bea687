package dev.quintet.admin;

import dev.quintet.kernel.app.App;

/// The admin as a part of a site: its log, its templates, its style sheets. List it behind the apps
/// whose templates shall win over the admin's. Django: `django.contrib.admin`.
public final class AdminApp implements App {

    /// Made by the site, which lists its apps by their classes.
    public AdminApp() {}

    @Override
    public String label() {
        return "admin";
    }

    @Override
    public String verboseName() {
        return "Administration";
    }
}
