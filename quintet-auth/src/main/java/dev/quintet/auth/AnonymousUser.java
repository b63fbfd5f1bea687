package dev.quintet.auth;

import dev.quintet.kernel.template.TemplateObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Anybody: who has not signed in. A value, safe for many threads. Django: `AnonymousUser`.
public final class AnonymousUser implements SiteUser, TemplateObject {

    /// The only one.
    public static final AnonymousUser ANYBODY = new AnonymousUser();

    private AnonymousUser() {}

    @Override
    public boolean signedIn() {
        return false;
    }

    @Override
    public String username() {
        return "";
    }

    @Override
    public boolean active() {
        return false;
    }

    @Override
    public boolean staff() {
        return false;
    }

    @Override
    public boolean superuser() {
        return false;
    }

    /// {@return what the site's back ends let anybody do}
    @Override
    public boolean hasPermission(String permission, @Nullable Object object) {
        return Permitting.has(this, permission, object);
    }

    @Override
    public boolean hasModulePermissions(String app) {
        return Permitting.hasAny(this, app);
    }

    @Override
    public Set<String> allPermissions() {
        return Permitting.all(this);
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        return UserAttributes.of(this, name);
    }

    @Override
    public String toString() {
        return "AnonymousUser";
    }
}
