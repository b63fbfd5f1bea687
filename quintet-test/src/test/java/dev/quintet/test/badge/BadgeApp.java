package dev.quintet.test.badge;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.kernel.app.App;

/// Badges and boxes.
public final class BadgeApp implements App, HasAdmin {

    /// For the site.
    public BadgeApp() {}

    @Override
    public void admin(AdminSite site) {
        site.register(new BoxAdmin());
    }

    private static final class BoxAdmin extends ModelAdmin<Box> {

        BoxAdmin() {
            listDisplay(Boxes.id, Boxes.label);
            listEditable(Boxes.label);
            searchFields(Boxes.label);
            action("Empty", (request, boxes) -> boxes.update(Boxes.label.set("empty")));
        }
    }
}
