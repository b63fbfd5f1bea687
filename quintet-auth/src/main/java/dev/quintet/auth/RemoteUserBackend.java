package dev.quintet.auth;

import dev.quintet.http.Request;
import org.jspecify.annotations.Nullable;

/// Believes a name that was proved elsewhere, and makes a user of it where there is none yet:
/// together with {@link RemoteUser}. Django: `RemoteUserBackend`.
public non-sealed class RemoteUserBackend extends ModelBackend {

    static final String PATH = "django.contrib.auth.backends.RemoteUserBackend";

    /// Made by the site, which lists its back ends by their classes.
    public RemoteUserBackend() {}

    @Override
    public String path() {
        return PATH;
    }

    /// {@return whether a user is made for a name that there is not. Django: `create_unknown_user`}
    protected boolean createsUsers() {
        return true;
    }

    /// {@return the user name in what the server in front says, such as the part before `@`.
    /// Django: `clean_username`}
    protected String cleanUsername(String told) {
        return told;
    }

    /// Fills in a user who was made just now, before it is saved. Django: `configure_user`.
    protected void configure(@Nullable Request request, AbstractBaseUser user) {}

    @Override
    public @Nullable AbstractBaseUser authenticate(
            @Nullable Request request, Credentials credentials) {
        if (!(credentials instanceof Credentials.Remote(String told)) || told.isEmpty()) {
            return null;
        }
        String name = cleanUsername(told);
        AbstractBaseUser user = Accounts.current().byUsername(name);
        if (user == null && createsUsers()) {
            user = Accounts.getOrCreate(name, made -> configure(request, made));
        }
        return user != null && maySignIn(user) ? user : null;
    }
}
