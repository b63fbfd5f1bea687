package dev.quintet.auth;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// {@return an error where an app knows users by whole numbers, as the tables do that Django
    /// and its apps have, and this site's users have other keys}
    ///
    /// @param app what the site lists it as, such as `TokensApp`
    public static List<CheckMessage> numbersAlone(Context site, String app) {
        ModelMapping<?> model = othersThanNumbers(site);
        return model == null
                ? List.of()
                : List.of(
                        CheckMessage.error(
                                        "auth.E021",
                                        app
                                                + " knows users by whole numbers, and the keys of "
                                                + model.state().label()
                                                + " are none.",
                                        model.type().getName())
                                .hint(
                                        "Leave "
                                                + app
                                                + " out of the apps, or give users a number as"
                                                + " their key."));
    }

    /// {@return a warning where the admin's history can name nobody, for the same reason}
    public static List<CheckMessage> history(Context site) {
        ModelMapping<?> model = othersThanNumbers(site);
        return model == null
                ? List.of()
                : List.of(
                        CheckMessage.warning(
                                        "auth.W062",
                                        "The admin writes no history: Django's table of it knows"
                                                + " users by whole numbers, and the keys of "
                                                + model.state().label()
                                                + " are none.",
                                        model.type().getName())
                                .hint(
                                        "Give users a number as their key, or silence this where"
                                                + " you need no history."));
    }

    private static @Nullable ModelMapping<?> othersThanNumbers(Context site) {
        Accounts accounts = site.find(Accounts.KEY).orElse(null);
        if (accounts == null) {
            return null;
        }
        ModelMapping<?> model = accounts.model();
        String type = model.key().type().name();
        return type.endsWith("AutoField") || type.endsWith("IntegerField") ? null : model;
    }
}
