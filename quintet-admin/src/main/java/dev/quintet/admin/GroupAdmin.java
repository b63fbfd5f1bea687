package dev.quintet.admin;

import dev.quintet.auth.Group;
import dev.quintet.auth.Groups;

/// The admin of groups. Only who is a superuser may change what groups may do.
final class GroupAdmin extends ModelAdmin<Group> {

    GroupAdmin() {
        super(Group.class);
        listDisplay(Groups.name);
        searchFields(Groups.name);
        ordering("name");
        fields(Groups.name, Groups.permissions);
    }

    @Override
    protected java.util.Set<String> readonlyFor(
            dev.quintet.http.Request request, @org.jspecify.annotations.Nullable Group row) {
        return Staff.user(request).superuser()
                ? super.readonlyFor(request, row)
                : java.util.Set.of("permissions");
    }
}
