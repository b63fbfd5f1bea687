package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.web.Shortcuts;
import java.util.List;

/// The front page: the apps with their models, and what the visitor did of late. The same for one
/// app.
final class FrontPage {

    private static final int RECENT = 10;

    private final AdminSite site;

    FrontPage(AdminSite site) {
        this.site = site;
    }

    Response index(Request request) {
        var variables = PageParts.of(site, request, site.title(), null);
        variables.put("recent", Journal.recent(request, RECENT, site));
        variables.put("panels", site.panels(request));
        variables.put("crumbs", List.of());
        return Shortcuts.render(request, "admin/index.html", variables);
    }

    Response app(Request request, String label) {
        List<PageParts.AppEntry> apps =
                PageParts.apps(site, request, null).stream()
                        .filter(app -> app.label().equals(label))
                        .toList();
        if (apps.isEmpty()) {
            throw new NotFound(gettext("The requested admin page does not exist."));
        }
        CharSequence name = PageParts.appName(label);
        var variables = PageParts.of(site, request, name, null);
        variables.put("shown_apps", apps);
        variables.put("crumbs", List.of(new PageParts.Crumb(name, null)));
        return Shortcuts.render(request, "admin/app_index.html", variables);
    }
}
