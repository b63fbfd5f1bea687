package dev.quintet.auth;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.List;

/// Looks at a site's user model and its settings, before the first visitor does.
public final class AuthChecks implements Check {

    /// For {@link java.util.ServiceLoader}.
    public AuthChecks() {}

    @Override
    public List<CheckMessage> run(Context site) {
        var found = new ArrayList<CheckMessage>();
        Accounts accounts = site.find(Accounts.KEY).orElse(null);
        if (accounts == null) {
            return found;
        }
        ModelMapping<? extends AbstractBaseUser> model = accounts.model();
        String name = accounts.usernameField();
        int number = model.number(name);
        FieldState field = number < 0 ? null : model.columns().get(number);
        if (field == null || !(field.unique() || field.primaryKey())) {
            found.add(
                    CheckMessage.error(
                                    "auth.E020",
                                    "'" + name + "', by which users sign in, is not unique.",
                                    model.type().getName())
                            .hint("Say @Field(unique = true)."));
        }
        if (site.settings().get(AuthSettings.UNSAFE_PASSWORD_HASHERS)) {
            found.add(
                    CheckMessage.warning(
                                    "auth.W060", "UNSAFE_PASSWORD_HASHERS is on.", "AuthSettings")
                            .hint("Leave it to tests: new passwords may be hashed by MD5."));
        }
        if (site.find(CacheStore.KEY).filter(CacheStore::shared).isEmpty()
                && !Accounts.hasTable(site)) {
            found.add(
                    CheckMessage.warning(
                                    "auth.W061",
                                    "Failed sign-ins are counted in each process alone.",
                                    "AuthApp")
                            .hint(
                                    "List LimitsApp among the apps, or let CACHE_URL name a cache that all processes share."));
        }
        return found;
    }
}
