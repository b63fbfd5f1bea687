package dev.quintet.auth;

import dev.quintet.http.Visitor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who makes a request: somebody of the site's user model, or {@link AnonymousUser}. What pages,
/// guards and templates ask of either. Django: what `request.user` has.
public interface SiteUser extends Visitor {

    /// {@return the name by which this user signs in; empty for an anonymous one}
    String username();

    /// {@return whether this account is in use; where not, nobody signs in to it and it may do
    /// nothing}
    boolean active();

    /// {@return whether this user may enter the admin}
    boolean staff();

    /// {@return whether this user may do everything without being told so}
    boolean superuser();

    /// {@return whether this user may do something with all objects of a model. Django: `has_perm`}
    ///
    /// @param permission app and code, such as `catalog.change_album`
    default boolean hasPermission(String permission) {
        return hasPermission(permission, null);
    }

    /// {@return whether this user may do something with an object}
    ///
    /// @param permission app and code, such as `catalog.change_album`
    /// @param object the object, or `null` for all of its model
    boolean hasPermission(String permission, @Nullable Object object);

    /// {@return whether this user may do all of it. Django: `has_perms`}
    default boolean hasPermissions(Iterable<String> permissions) {
        for (String each : permissions) {
            if (!hasPermission(each)) {
                return false;
            }
        }
        return true;
    }

    /// {@return whether this user may do anything in an app. Django: `has_module_perms`}
    ///
    /// @param app its label
    boolean hasModulePermissions(String app);

    /// {@return what this user may do, as `app.code`; for a superuser, all that there is. Django:
    /// `get_all_permissions`}
    Set<String> allPermissions();
}
