package dev.quintet.admin;

import dev.quintet.auth.AbstractBaseUser;
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

    /// {@return the key of who makes the request, as text; empty where nobody known does}
    static String key(Request request) {
        return user(request) instanceof AbstractBaseUser user ? user.key() : "";
    }

    /// {@return who makes the request, if the log can name them: it keeps whole numbers as keys}
    static @Nullable AbstractBaseUser logged(Request request) {
        return user(request) instanceof AbstractBaseUser user && user.key().matches("[0-9]{1,18}")
                ? user
                : null;
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
