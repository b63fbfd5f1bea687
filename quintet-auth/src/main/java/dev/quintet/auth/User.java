package dev.quintet.auth;

import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import org.jspecify.annotations.Nullable;

/// Django's user, in its table `auth_user`: the user model of sites that have none of their own.
///
/// A new site is better off with its own from the start; see {@link AbstractUser}. Where
/// `AUTH_USER_MODEL` names another one, this one has no table.
@Meta(table = "auth_user", verboseName = "user", verboseNamePlural = "users")
public class User extends AbstractUser {

    /// The key.
    @Id(generated = true)
    public int id;

    /// An empty one, for the ORM; make users by {@link #create}.
    public User() {}

    /// {@return a new user, saved. Django: `create_user`}
    ///
    /// @param email may be empty
    /// @param password `null` for an account that no password opens
    public static User create(String username, String email, @Nullable String password) {
        return Accounts.create(User.class, username, password, user -> user.email = email);
    }

    /// {@return a new user who may do everything, saved. Django: `create_superuser`}
    ///
    /// @param email may be empty
    /// @param password `null` for an account that no password opens
    public static User createSuperuser(String username, String email, @Nullable String password) {
        return Accounts.createSuperuser(User.class, username, password, user -> user.email = email);
    }
}
