package dev.quintet.admin;

import dev.quintet.auth.Auth;
import dev.quintet.auth.SiteUser;
import dev.quintet.http.Request;
import dev.quintet.orm.ModelMapping;

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

    /// {@return whether the visitor was given a permission for a model}
    static boolean may(Request request, ModelMapping<?> model, Access access) {
        String permission =
                model.state().app() + "." + access.codename(model.state().name());
        return user(request).hasPermission(permission);
    }
}
