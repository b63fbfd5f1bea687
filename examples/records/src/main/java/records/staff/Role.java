package records.staff;

import dev.quintet.auth.Group;
import dev.quintet.auth.Groups;
import dev.quintet.auth.Permission;
import java.util.List;
import java.util.Map;

/// What people do in the shop. Each role is a group, to which the admin puts people.
enum Role {
    /// Packs and sends.
    CLERK(
            "Clerks",
            "shop.view_order",
            "shop.change_order",
            "shop.view_orderline",
            "shop.view_stock",
            "shop.change_stock",
            "catalog.view_album"),
    /// Chooses what the shop sells.
    BUYER(
            "Buyers",
            "catalog.view_album",
            "catalog.add_album",
            "catalog.change_album",
            "catalog.view_artist",
            "catalog.add_artist",
            "catalog.change_artist",
            "catalog.view_track",
            "catalog.add_track",
            "catalog.change_track",
            "catalog.view_genre",
            "shop.view_stock"),
    /// Reads what was sold, and to whom.
    BOOKKEEPER(
            "Bookkeepers",
            "catalog.view_invoice",
            "catalog.view_invoiceline",
            "catalog.view_customer",
            "shop.view_order",
            "shop.view_orderline");

    private final String group;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> permissions;

    Role(String group, String... permissions) {
        this.group = group;
        this.permissions = List.of(permissions);
    }

    /// Makes the groups that are not there. One that is there is left as the shop has changed it.
    static void make() {
        for (Role role : values()) {
            var made = Groups.all().getOrCreate(Map.of("name", role.group), Map.of());
            if (made.created()) {
                Group group = made.object();
                group.permissions.addAll(role.permissions.stream().map(Permission::named).toList());
            }
        }
    }
}
