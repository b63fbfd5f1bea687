package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.limits.DatabaseCounters;
import dev.quintet.auth.limits.LimitsApp;
import dev.quintet.auth.password.PasswordValidators;
import dev.quintet.auth.password.Passwords;
import dev.quintet.auth.password.ResetTokens;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.limit.Counters;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.IntegrityException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The accounts of a site: its user model, its passwords, its back ends. Safe for many threads.
///
/// ```java
/// Member ada = Accounts.create(Member.class, "ada@example.com", "s3cret words", _ -> {});
/// ```
public final class Accounts {

    /// The accounts of a site, in its context.
    public static final ContextKey<Accounts> KEY = ContextKey.named("accounts");

    private final Settings settings;
    private final Context site;
    private final Passwords passwords;
    private final PasswordValidators rules;
    private final List<Backend> backends;
    private final LoginThrottle throttle;
    private volatile @Nullable ModelMapping<? extends AbstractBaseUser> model;

    private Accounts(Context site) {
        this.site = site;
        this.settings = site.settings();
        this.passwords = PasswordPolicy.passwords(settings);
        this.rules = PasswordPolicy.rules(settings);
        this.throttle = LoginThrottle.of(settings, counters(site));
        var made = new ArrayList<Backend>();
        for (Class<? extends Backend> one : settings.get(AuthSettings.BACKENDS)) {
            made.add(made(one));
        }
        this.backends = List.copyOf(made);
    }

    /// {@return the accounts that a site's settings describe}
    ///
    /// @throws AuthException when they cannot
    public static Accounts of(Context site) {
        return new Accounts(site);
    }

    /// {@return the accounts of the current site}
    public static Accounts current() {
        Context context = Context.current();
        return context.getOr(KEY, () -> of(context));
    }

    /// Where failed sign-ins are counted.
    private static Counters counters(Context site) {
        InstantSource clock = site.clock();
        return site.find(CacheStore.KEY)
                .filter(CacheStore::shared)
                .map(cache -> Counters.in(cache, clock))
                .orElseGet(() ->
                        hasTable(site) ? new DatabaseCounters(clock) : Counters.inMemory(clock));
    }

    static boolean hasTable(Context site) {
        return site.apps().has(LimitsApp.class);
    }

    private static Backend made(Class<? extends Backend> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw AuthException.noBackend(
                    type.getName(), thrown.getCause() == null ? thrown : thrown.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw AuthException.noBackend(type.getName(), wrong);
        }
    }

    /// {@return the site's user model. Django: `get_user_model`}
    ///
    /// @throws AuthException when `AUTH_USER_MODEL` names none
    public ModelMapping<? extends AbstractBaseUser> model() {
        ModelMapping<? extends AbstractBaseUser> known = model;
        if (known == null) {
            known = find();
            model = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked") // the class was looked at
    private ModelMapping<? extends AbstractBaseUser> find() {
        String label = settings.get(AuthSettings.USER_MODEL);
        var labels = new ArrayList<String>();
        for (ModelMapping<?> each : site.get(Models.KEY).list()) {
            if (AbstractBaseUser.class.isAssignableFrom(each.type())) {
                if (each.state().label().equals(label)) {
                    return (ModelMapping<? extends AbstractBaseUser>) each;
                }
                labels.add(each.state().label());
            }
        }
        throw AuthException.noUserModel(label, Nearest.question(label, labels));
    }

    /// {@return the name of the field by which users sign in}
    public String usernameField() {
        return AbstractBaseUser.fieldName(model().blank().usernameField());
    }

    /// {@return all users}
    public QuerySet<? extends AbstractBaseUser> all() {
        return QuerySet.of(model());
    }

    /// {@return all users, as objects of the site's own model}
    ///
    /// @throws AuthException when it is another one
    public <U extends AbstractBaseUser> QuerySet<U> all(Class<U> type) {
        refuseOther(type);
        return QuerySet.of(type);
    }

    void refuseOther(Class<?> type) {
        if (!type.isAssignableFrom(model().type())) {
            throw AuthException.notTheModel(type.getSimpleName(), model().state().label());
        }
    }

    /// {@return how passwords are hashed}
    public Passwords passwords() {
        return passwords;
    }

    /// {@return the rules of new passwords}
    public PasswordValidators rules() {
        return rules;
    }

    /// {@return why a new password of a user is refused, all reasons at once; none when it is fine}
    public List<ValidationError> validate(String password, AbstractBaseUser user) {
        return rules.validate(password, described(user));
    }

    /// What a password must not be like: the user's texts, by the names that people read.
    private static Map<String, String> described(AbstractBaseUser user) {
        var texts = new LinkedHashMap<String, String>();
        ModelMapping<?> mapping = Mappings.of(user.getClass());
        for (var field : mapping.columns()) {
            boolean about = field.name().endsWith("Name") || field.name().endsWith("name");
            if (!field.secret()
                    && (about || field.name().equals("email"))
                    && user.read(field.name()) instanceof String text
                    && !text.isEmpty()) {
                texts.put(field.shownName(), text);
            }
        }
        texts.putIfAbsent(gettext("user name"), user.username());
        return texts;
    }

    /// {@return the back ends, in the order in which they are asked}
    public List<Backend> backends() {
        return backends;
    }

    /// {@return the back end of a session, or `null` where the site has none of this path}
    @Nullable Backend backend(String path) {
        for (Backend each : backends) {
            if (each.path().equals(path)) {
                return each;
            }
        }
        return null;
    }

    /// {@return what slows down those who try passwords}
    public LoginThrottle throttle() {
        return throttle;
    }

    /// {@return what makes the tokens of links to set a new password}
    public ResetTokens resetTokens() {
        return ResetTokens.of(
                SigningKeys.of(settings),
                Context.current().clock().withZone(settings.get(KernelSettings.TIME_ZONE)),
                Duration.ofSeconds(settings.get(AuthSettings.PASSWORD_RESET_TIMEOUT)));
    }

    /// {@return the user who signs in by this name, or `null` when there is none}
    ///
    /// @param username in any form of Unicode
    public @Nullable AbstractBaseUser byUsername(String username) {
        if (username.indexOf('\0') >= 0) {
            return null;
        }
        String field = usernameField();
        String name = normalized(model(), field, username);
        return all().filter(field, name).limit(1).list().stream().findFirst().orElse(null);
    }

    /// {@return the user of this key, or `null` when there is none}
    ///
    /// @param key as text, as sessions and links have it
    public @Nullable AbstractBaseUser byKey(String key) {
        Object read = RowKey.read(model(), key);
        return read == null
                ? null
                : all().filter("pk", read).limit(1).list().stream().findFirst().orElse(null);
    }

    /// {@return a new user, saved. Django: `create_user`}
    ///
    /// @param username kept in the form NFKC; an address of mail with its domain in small letters
    /// @param password `null` for an account that no password opens; not held against the rules
    /// @param more sets other fields, before it is saved
    /// @throws AuthException when the name is empty, or the model is not the site's
    public static <U extends AbstractBaseUser> U create(
            Class<U> type, String username, @Nullable String password, Consumer<? super U> more) {
        U user = blank(type, username, more);
        user.setPassword(password);
        user.save();
        return user;
    }

    /// {@return a new user who may do everything, saved. Django: `create_superuser`}
    ///
    /// @param password `null` for an account that no password opens; not held against the rules
    /// @param more sets other fields, before it is saved
    /// @throws AuthException when the name is empty, or the model knows no superusers
    public static <U extends AbstractBaseUser> U createSuperuser(
            Class<U> type, String username, @Nullable String password, Consumer<? super U> more) {
        U user = blank(type, username, more);
        user.promote();
        user.setPassword(password);
        user.save();
        return user;
    }

    /// {@return the user of this name, made without a password where there is none: for back ends
    /// that know users from elsewhere}
    ///
    /// @param more sets other fields of a new one, before it is saved
    public static AbstractBaseUser getOrCreate(
            String username, Consumer<? super AbstractBaseUser> more) {
        Accounts accounts = current();
        AbstractBaseUser found = accounts.byUsername(username);
        if (found != null) {
            return found;
        }
        try {
            return Transaction.atomic(() -> create(accounts.model().type(), username, null, more));
        } catch (IntegrityException another) {
            // Another request made it meanwhile.
            AbstractBaseUser theirs = accounts.byUsername(username);
            if (theirs == null) {
                throw another;
            }
            return theirs;
        }
    }

    private static <U extends AbstractBaseUser> U blank(
            Class<U> type, String username, Consumer<? super U> more) {
        current().refuseOther(type);
        ModelMapping<U> mapping = Mappings.of(type);
        U user = mapping.blank();
        String field = AbstractBaseUser.fieldName(user.usernameField());
        String name = normalized(mapping, field, username);
        if (name.isEmpty()) {
            throw AuthException.noName();
        }
        mapping.write(user, field, name);
        more.accept(user);
        if (!isEmail(mapping, field) && mapping.number("email") >= 0 && isEmail(mapping, "email")) {
            String email = (String) mapping.read(user, "email");
            mapping.write(user, "email", AbstractBaseUser.normalizeEmail(email));
        }
        return user;
    }

    private static String normalized(ModelMapping<?> mapping, String field, String name) {
        String same = AbstractBaseUser.normalizeUsername(name);
        return isEmail(mapping, field) ? AbstractBaseUser.normalizeEmail(same) : same;
    }

    private static boolean isEmail(ModelMapping<? extends Entity> mapping, String field) {
        return mapping.columns().get(mapping.number(field)).type().name().equals("EmailField");
    }
}
