package dev.quintet.test.lamps;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.kernel.app.App;

/// Lamps, and who makes them.
public final class LampsApp implements App, HasAdmin {

    @Override
    public void admin(AdminSite site) {
        site.register(new LampAdmin(), new MakerAdmin());
        site.register(Room.class);
    }

    /// Makers, whose names are changed in the list.
    static final class MakerAdmin extends ModelAdmin<Maker> {

        MakerAdmin() {
            listDisplay(Makers.id, Makers.name);
            listEditable(Makers.name);
            searchFields(Makers.name);
        }
    }
}
