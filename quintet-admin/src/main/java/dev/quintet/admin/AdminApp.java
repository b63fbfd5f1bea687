package dev.quintet.admin;

import dev.quintet.auth.adminlog.AdminLogApp;

/// The admin as a part of a site: its log, its templates, its style sheets. List it behind the apps
/// whose templates shall win over the admin's. Django: `django.contrib.admin`.
public final class AdminApp extends AdminLogApp {

    /// Made by the site, which lists its apps by their classes.
    public AdminApp() {}
}
