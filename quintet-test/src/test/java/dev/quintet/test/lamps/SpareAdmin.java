package dev.quintet.test.lamps;

import dev.quintet.admin.ModelAdmin;

/// Bulbs, whose power nobody sets by a form.
final class SpareAdmin extends ModelAdmin<Bulb> {

    SpareAdmin() {
        listDisplay(Bulbs.socket, Bulbs.watts);
        fields(Bulbs.socket);
        action("Dim", (request, bulbs) -> bulbs.update(Bulbs.watts.set(1)));
    }
}
