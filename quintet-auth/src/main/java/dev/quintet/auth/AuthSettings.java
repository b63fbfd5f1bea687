package dev.quintet.auth;

import dev.quintet.kernel.limit.Rate;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.ArrayList;
import java.util.List;

/// The settings of users and signing in; `LOGIN_URL` is one of HTTP's.
public final class AuthSettings implements SettingsProvider {

    /// The site's user model. Set it before the first migration.
    public static final Setting<String> USER_MODEL =
            text("AUTH_USER_MODEL", "auth.User", "Label of the user model, as app.Model.");

    /// Who is asked whether a sign-in is right, and what a user may do, in their order.
    @SuppressWarnings("unchecked") // a list of classes is a list, whatever classes
    public static final Setting<List<Class<? extends Backend>>> BACKENDS =
            Setting.of(
                    "AUTHENTICATION_BACKENDS",
                    (Class<List<Class<? extends Backend>>>) (Class<?>) List.class,
                    AuthSettings::backends,
                    List.of(ModelBackend.class),
                    "Classes of back ends, asked in their order until one knows the user.");

    /// Where visitors go when they have signed in and came from nowhere.
    public static final Setting<String> LOGIN_REDIRECT_URL =
            text("LOGIN_REDIRECT_URL", "/", "Address, or name of the route, after signing in.");

    /// Where visitors go when they have signed out.
    public static final Setting<String> LOGOUT_REDIRECT_URL =
            text(
                    "LOGOUT_REDIRECT_URL",
                    "",
                    "Address, or name of the route, after signing out; empty for a page that says"
                            + " so.");

    /// How long a link to set a new password is good.
    public static final Setting<Long> PASSWORD_RESET_TIMEOUT =
            Setting.of(
                    "PASSWORD_RESET_TIMEOUT",
                    Long.class,
                    Long::valueOf,
                    259_200L,
                    "How long a link to set a new password is good, in seconds.");

    /// How new passwords are hashed.
    public static final Setting<String> PASSWORD_HASHER =
            text(
                    "PASSWORD_HASHER",
                    "pbkdf2_sha256",
                    "Hasher of new passwords, with its rounds where not the usual ones:"
                            + " pbkdf2_sha256:1500000, argon2, bcrypt_sha256:12, scrypt.");

    /// Whether old hashes are made anew when their users sign in.
    public static final Setting<Boolean> PASSWORD_UPGRADE =
            Setting.truth(
                    "PASSWORD_UPGRADE",
                    true,
                    "Hashes a right password anew where it is kept in another form than"
                            + " PASSWORD_HASHER makes.");

    /// The Django that shares the users' table, if one does.
    public static final Setting<String> BESIDE_DJANGO =
            Setting.of(
                    "AUTH_BESIDE_DJANGO",
                    String.class,
                    PasswordPolicy::knownDjango,
                    "",
                    "Version of the Django that has the same users, such as 5.2: passwords are"
                            + " hashed as it does, and none is hashed anew.");

    /// Lets weak hashers make new passwords: for tests.
    public static final Setting<Boolean> UNSAFE_PASSWORD_HASHERS =
            Setting.truth(
                    "UNSAFE_PASSWORD_HASHERS",
                    false,
                    "Lets PASSWORD_HASHER be md5 or pbkdf2_sha1; for tests only.");

    /// The rules of new passwords.
    public static final Setting<List<String>> PASSWORD_VALIDATORS =
            Setting.of(
                    "AUTH_PASSWORD_VALIDATORS",
                    List.class,
                    text -> PasswordPolicy.knownRules(words(text)),
                    List.of("similarity", "length:8", "common", "numeric"),
                    "Rules of new passwords: similarity, length:8, common, numeric; empty for"
                            + " none.");

    /// How often one may fail to sign in to an account from an address.
    public static final Setting<Rate> LOGIN_RATE =
            rate("LOGIN_RATE", "5/minute", "Failed sign-ins to one account from one address.");

    /// How often one may fail to sign in to an account from all addresses together.
    public static final Setting<Rate> LOGIN_ACCOUNT_RATE =
            rate(
                    "LOGIN_ACCOUNT_RATE",
                    "100/hour",
                    "Failed sign-ins to one account from all addresses together.");

    /// How often one address may fail to sign in to all accounts together.
    public static final Setting<Rate> LOGIN_ADDRESS_RATE =
            rate(
                    "LOGIN_ADDRESS_RATE",
                    "50/minute",
                    "Failed sign-ins from one address to all accounts together.");

    /// How often one may type a wrong code behind a right password.
    public static final Setting<Rate> LOGIN_SECOND_RATE =
            rate(
                    "LOGIN_SECOND_RATE",
                    "20/day",
                    "Wrong codes of the second step of signing in to one account.");

    /// How often mail is asked for: new passwords, verifications.
    public static final Setting<Rate> MAIL_RATE =
            rate(
                    "AUTH_MAIL_RATE",
                    "5/hour",
                    "Mails about its account that one address of mail gets on demand.");

    /// By what the first superuser signs in.
    public static final Setting<String> SUPERUSER_USERNAME =
            text(
                    "SUPERUSER_USERNAME",
                    "",
                    "Name of the user that createsuperuser --no-input makes.");

    /// The address of the first superuser.
    public static final Setting<String> SUPERUSER_EMAIL =
            text(
                    "SUPERUSER_EMAIL",
                    "",
                    "Address for mail of the user that createsuperuser --no-input makes.");

    /// The password of the first superuser.
    public static final Setting<String> SUPERUSER_PASSWORD =
            text(
                            "SUPERUSER_PASSWORD",
                            "",
                            "Password of the user that createsuperuser --no-input makes.")
                    .asSecret();

    /// For {@link java.util.ServiceLoader}.
    public AuthSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                USER_MODEL,
                BACKENDS,
                LOGIN_REDIRECT_URL,
                LOGOUT_REDIRECT_URL,
                PASSWORD_RESET_TIMEOUT,
                PASSWORD_HASHER,
                PASSWORD_UPGRADE,
                BESIDE_DJANGO,
                UNSAFE_PASSWORD_HASHERS,
                PASSWORD_VALIDATORS,
                LOGIN_RATE,
                LOGIN_ACCOUNT_RATE,
                LOGIN_ADDRESS_RATE,
                LOGIN_SECOND_RATE,
                MAIL_RATE,
                SUPERUSER_USERNAME,
                SUPERUSER_EMAIL,
                SUPERUSER_PASSWORD);
    }

    private static Setting<String> text(String name, String fallback, String doc) {
        return Setting.of(name, String.class, text -> text, fallback, doc);
    }

    private static Setting<Rate> rate(String name, String fallback, String doc) {
        return Setting.of(name, Rate.class, Rate::parse, Rate.parse(fallback), doc);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (String one : text.split(",", -1)) {
            if (!one.isBlank()) {
                words.add(one.strip());
            }
        }
        return words;
    }

    private static List<Class<? extends Backend>> backends(String text) {
        var classes = new ArrayList<Class<? extends Backend>>();
        for (String name : words(text)) {
            classes.add(backend(name));
        }
        return List.copyOf(classes);
    }

    private static Class<? extends Backend> backend(String name) {
        return switch (name) {
            case ModelBackend.PATH -> ModelBackend.class;
            case AllUsersBackend.PATH -> AllUsersBackend.class;
            case RemoteUserBackend.PATH -> RemoteUserBackend.class;
            default -> {
                try {
                    yield Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                            .asSubclass(Backend.class);
                } catch (ClassNotFoundException | ClassCastException wrong) {
                    throw new IllegalArgumentException(
                            "names of classes that implement Backend were expected", wrong);
                }
            }
        };
    }
}
