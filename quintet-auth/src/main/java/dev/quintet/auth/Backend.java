package dev.quintet.auth;

import dev.quintet.http.Request;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says who somebody is, and what they may do: the users' table, a directory, a server in front.
/// Django: an authentication backend.
///
/// ```java
/// public final class Directory implements Backend {
///     @Override
///     public @Nullable AbstractBaseUser authenticate(@Nullable Request request, Credentials given) {
///         return given instanceof Credentials.Password typed && ldap.binds(typed)
///                 ? Accounts.getOrCreate(typed.username(), _ -> {})
///                 : null;
///     }
/// }
/// ```
///
/// Made once a site, by a public constructor without parameters. Safe for many threads.
public interface Backend {

    /// {@return what sessions keep to find this back end again: the name of its class. Beside a
    /// Django that shares the sessions, a Python path of its `AUTHENTICATION_BACKENDS`}
    default String path() {
        return getClass().getName();
    }

    /// {@return who this is, or `null` when this back end does not know: then the next is asked}
    ///
    /// @param request on behalf of which somebody signs in, or `null`
    /// @throws dev.quintet.http.PermissionDenied when nobody else is to be asked
    default @Nullable AbstractBaseUser authenticate(
            @Nullable Request request, Credentials credentials) {
        return null;
    }

    /// {@return the user of a session, or `null` when there is none any more, or it may not sign in
    /// now}
    ///
    /// @param key the user's, as text
    default @Nullable AbstractBaseUser user(String key) {
        return Accounts.current().byKey(key);
    }

    /// {@return what a user may do, as `app.code`}
    ///
    /// @param object with which; `null` for all objects of a model
    default Set<String> permissions(SiteUser user, @Nullable Object object) {
        return Set.of();
    }

    /// {@return whether a user may do something}
    ///
    /// @param object with which; `null` for all objects of its model
    /// @throws dev.quintet.http.PermissionDenied when nobody else is to be asked
    default boolean hasPermission(SiteUser user, String permission, @Nullable Object object) {
        return permissions(user, object).contains(permission);
    }
}
