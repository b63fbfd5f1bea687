package dev.quintet.test.lamps;

import dev.quintet.admin.ModelAdmin;

/// Rooms in an admin of their own, as if there were millions.
final class DepotAdmin extends ModelAdmin<Room> {

    DepotAdmin() {
        listDisplay(Rooms.name);
        searchFields(Rooms.name);
        listPerPage(10);
        bigTable();
    }
}
