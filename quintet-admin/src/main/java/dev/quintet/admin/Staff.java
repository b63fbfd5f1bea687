package dev.quintet.admin;

import dev.quintet.auth.Auth;
import dev.quintet.auth.SiteUser;
import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import org.jspecify.annotations.Nullable;

/// Who works in the admin, and what they may do.
final class Staff {

    private Staff() {}

    /// {@return who makes the request}
    static SiteUser user(Request request) {
        return Auth.user(request);
    }

    /// {@return whether the visitor may enter the admin at all}
    static boolean enters(Request request) {
        SiteUser user = user(request);
        return user.active() && user.staff();
    }

    /// {@return whether the visitor was given a permission for a model, or for one of its rows by a
    /// rule}
    ///
    /// @param row `null` for any
    static boolean may(
            Request request, ModelMapping<?> model, Access access, @Nullable Entity row) {
        String permission = model.state().app() + "." + access.codename(model.state().name());
        SiteUser user = user(request);
        return user.hasPermission(permission)
                || (row != null && user.hasPermission(permission, row));
    }
}
