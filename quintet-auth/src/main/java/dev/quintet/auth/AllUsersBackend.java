package dev.quintet.auth;

/// The users' own table, where users whose account is not in use may sign in too: the site's pages
/// decide what they see. Django: `AllowAllUsersModelBackend`.
public final class AllUsersBackend extends ModelBackend {

    static final String PATH = "django.contrib.auth.backends.AllowAllUsersModelBackend";

    /// Made by the site, which lists its back ends by their classes.
    public AllUsersBackend() {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    protected boolean maySignIn(AbstractBaseUser user) {
        return true;
    }
}
