package dev.quintet.test.lamps;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.auth.HasRules;
import dev.quintet.auth.Rule;
import dev.quintet.auth.User;
import dev.quintet.kernel.app.App;
import java.util.List;

/// Lamps, and who makes them.
public final class LampsApp implements App, HasAdmin, HasRules {

    /// A lamp that bears the name of a user is for them to change.
    private static final Rule<Lamp> OWN =
            Rule.of(
                    "lamps.change_lamp",
                    Lamp.class,
                    User.class,
                    user -> Lamps.slug.eq(user.username));

    @Override
    public List<Rule<?>> rules() {
        return List.of(OWN);
    }

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
