package dev.quintet.auth;

import dev.quintet.http.Request;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.QuerySet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The users' own table: name and password, and the permissions that users and their groups have
/// there. Safe for many threads. Django: `ModelBackend`.
///
/// Takes as long for a name that there is not as for a wrong password.
public sealed class ModelBackend implements Backend permits AllUsersBackend, RemoteUserBackend {

    static final String PATH = "django.contrib.auth.backends.ModelBackend";

    /// Made by the site, which lists its back ends by their classes.
    public ModelBackend() {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public @Nullable AbstractBaseUser authenticate(
            @Nullable Request request, Credentials credentials) {
        if (!(credentials instanceof Credentials.Password(String username, String password))) {
            return null;
        }
        Accounts accounts = Accounts.current();
        AbstractBaseUser user = accounts.byUsername(username);
        if (user == null) {
            accounts.passwords().waste(password);
            return null;
        }
        return user.checkPassword(password) && maySignIn(user) ? user : null;
    }

    /// {@return whether a user may sign in, and stay so: those whose account is in use. Django:
    /// `user_can_authenticate`}
    protected boolean maySignIn(AbstractBaseUser user) {
        return user.active();
    }

    @Override
    public @Nullable AbstractBaseUser user(String key) {
        AbstractBaseUser user = Accounts.current().byKey(key);
        return user != null && maySignIn(user) ? user : null;
    }

    @Override
    public Set<String> permissions(SiteUser user, @Nullable Object object) {
        if (object != null || !user.active() || !(user instanceof AbstractBaseUser known)) {
            return Set.of();
        }
        Set<String> before = known.knownPermissions();
        if (before != null) {
            return before;
        }
        Set<String> read =
                known.superuser()
                        ? named(Permissions.all().valuesList("contentType__appLabel", "codename"))
                        : known instanceof PermissionsUser holder ? granted(holder) : Set.of();
        known.learnPermissions(read);
        return read;
    }

    /// What a user has by itself and by its groups, in one statement.
    private static Set<String> granted(PermissionsUser user) {
        QuerySet<? extends PermissionsUser> self =
                QuerySet.of(Mappings.of(user.getClass())).filter("pk", user.keyValue());
        return named(
                self.valuesList(
                                "userPermissions__contentType__appLabel",
                                "userPermissions__codename")
                        .union(
                                self.valuesList(
                                        "groups__permissions__contentType__appLabel",
                                        "groups__permissions__codename")));
    }

    private static Set<String> named(Iterable<List<@Nullable Object>> rows) {
        var names = new HashSet<String>();
        for (List<@Nullable Object> row : rows) {
            if (row.get(1) != null) {
                names.add(row.get(0) + "." + row.get(1));
            }
        }
        return Set.copyOf(names);
    }
}
