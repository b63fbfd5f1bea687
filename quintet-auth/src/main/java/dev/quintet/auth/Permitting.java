package dev.quintet.auth;

import dev.quintet.http.PermissionDenied;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the back ends of the current site, and the rules of its apps, what a user may do.
final class Permitting {

    private Permitting() {}

    static boolean has(SiteUser user, String permission, @Nullable Object object) {
        if (user.signedIn() && !user.active()) {
            return false;
        }
        if (user.superuser()) {
            return true;
        }
        for (Backend each : Accounts.current().backends()) {
            try {
                if (each.hasPermission(user, permission, object)) {
                    return true;
                }
            } catch (PermissionDenied stop) {
                return false;
            }
        }
        return object != null && Rules.current().allows(user, permission, object);
    }

    static boolean hasAny(SiteUser user, String app) {
        if (user.active() && user.superuser()) {
            return true;
        }
        String prefix = app + ".";
        return all(user).stream().anyMatch(each -> each.startsWith(prefix));
    }

    static Set<String> all(SiteUser user) {
        var all = new HashSet<String>();
        for (Backend each : Accounts.current().backends()) {
            all.addAll(each.permissions(user, null));
        }
        return Set.copyOf(all);
    }
}
