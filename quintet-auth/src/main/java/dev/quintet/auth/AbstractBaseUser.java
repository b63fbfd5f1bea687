package dev.quintet.auth;

import dev.quintet.auth.password.Passwords;
import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.tree.Node;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The least that a user model has: a password, and when it signed in last. Django:
/// `AbstractBaseUser`.
///
/// A user who signs in by e-mail address, and who is in no groups:
///
/// ```java
/// public class Member extends AbstractBaseUser {
///     @Id(generated = true) public long id;
///     @Field(unique = true, format = TextFormat.EMAIL) public String email = "";
///     public boolean admin;
///
///     @Override public Selectable<?> usernameField() { return Members.email; }
///     @Override public boolean staff() { return admin; }
///     @Override public boolean superuser() { return admin; }
///     @Override protected void promote() { admin = true; }
/// }
/// ```
///
/// A site names its user model by the setting `AUTH_USER_MODEL`, as `app.Model`. One with groups
/// and permissions extends {@link PermissionsUser}; one that only adds to Django's, {@link
/// AbstractUser}. Its key is a whole number.
public abstract class AbstractBaseUser extends Entity implements SiteUser {

    /// The password's hash, in Django's form; set by {@link #setPassword}.
    @Field(maxLength = 128, secret = true, verboseName = "password")
    public String password = "";

    /// When this user signed in last, or `null` if never.
    @Field(blank = true, verboseName = "last login")
    public @Nullable Instant lastLogin;

    private transient @Nullable Set<String> permissions;
    private transient @Nullable String backend;

    /// For models.
    protected AbstractBaseUser() {}

    /// {@return the unique text by which users sign in, such as `Members.email`. Django:
    /// `USERNAME_FIELD`}
    public abstract Selectable<?> usernameField();

    /// {@return the address for mail, or `null` where the model has none; by default its field
    /// `email`. Django: `EMAIL_FIELD`}
    public @Nullable String emailAddress() {
        ModelMapping<?> mapping = Mappings.of(getClass());
        return mapping.number("email") < 0 ? null : (String) read("email");
    }

    /// {@return the fields that `createsuperuser` asks for besides the user name and the password.
    /// Django: `REQUIRED_FIELDS`}
    public List<? extends Selectable<?>> requiredFields() {
        return List.of();
    }

    /// Makes this user, who is not saved yet, one who may do everything.
    ///
    /// @throws AuthException when the model knows no such users
    protected void promote() {
        throw AuthException.noSuperusers(getClass().getSimpleName());
    }

    @Override
    public final boolean signedIn() {
        return true;
    }

    @Override
    public final String username() {
        Object name = read(fieldName(usernameField()));
        return name == null ? "" : name.toString();
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public boolean staff() {
        return false;
    }

    @Override
    public boolean superuser() {
        return false;
    }

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

    /// {@return the key as text, as sessions and links have it}
    public final String key() {
        return RowKey.text(this);
    }

    final Object keyValue() {
        String name = Mappings.of(getClass()).key().name();
        return Objects.requireNonNull(read(name));
    }

    /// Keeps a password, hashed as the site does it; the user is to be saved then.
    ///
    /// @param raw the password; `null` for an account that no password opens. Django:
    ///   `set_unusable_password`
    /// @throws dev.quintet.auth.password.HashingBusyException when too many wait already
    @AltersData
    public final void setPassword(@Nullable String raw) {
        password = Accounts.current().passwords().make(raw);
    }

    /// {@return whether `raw` is the password; where it is, and its hash is not what the site makes
    /// today, it is hashed anew and saved}
    ///
    /// @throws dev.quintet.auth.password.HashingBusyException when too many wait already
    @AltersData
    public final boolean checkPassword(String raw) {
        Passwords.Verdict verdict = Accounts.current().passwords().verify(raw, password);
        if (verdict.renewed() != null) {
            password = verdict.renewed();
            if (saved()) {
                update("password", password);
            }
        }
        return verdict.correct();
    }

    /// {@return whether a password can open this account}
    public final boolean hasUsablePassword() {
        return Passwords.usable(password);
    }

    /// {@return what a session of this user holds, so that it ends when the password changes.
    /// Django: `get_session_auth_hash`}
    public final String sessionAuthHash() {
        return SessionHash.of(this).getFirst();
    }

    /// Notes that this user has signed in.
    @AltersData
    final void noteLogin(Instant now) {
        lastLogin = now;
        update("lastLogin", now);
    }

    /// Writes one field of the row alone: what else was changed in this object stays unsaved.
    private void update(String field, Object value) {
        QuerySet.of(Mappings.of(getClass())).filter("pk", keyValue()).update(Map.of(field, value));
    }

    /// Notes which back end knows this user; for sessions.
    final void signedInBy(String path) {
        backend = path;
    }

    final @Nullable String backend() {
        return backend;
    }

    /// What the back ends said of this user once, for as long as this object lives.
    final @Nullable Set<String> knownPermissions() {
        return permissions;
    }

    final void learnPermissions(Set<String> known) {
        permissions = known;
    }

    @Override
    public void refresh() {
        permissions = null;
        super.refresh();
    }

    /// {@return the form in which user names are kept and compared: NFKC, so that names that look
    /// the same are the same. Django: `normalize_username`}
    public static String normalizeUsername(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    /// {@return an address with its domain in small letters; the part before `@` is its server's
    /// affair. Django: `normalize_email`}
    public static String normalizeEmail(@Nullable String address) {
        if (address == null) {
            return "";
        }
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        Object own = super.templateAttribute(name);
        return TemplateObject.UNKNOWN.equals(own) ? UserAttributes.of(this, name) : own;
    }

    @Override
    public String toString() {
        return username();
    }

    /// {@return the name of a field of the model itself}
    ///
    /// @throws AuthException when it is none
    public static String fieldName(Selectable<?> field) {
        return switch (field.node()) {
            case Node.Field(var path) when path.names().size() == 1 -> path.names().getFirst();
            case Node.Named(var path) when path.names().size() == 1 -> path.names().getFirst();
            default -> throw AuthException.noField(field.node().toString());
        };
    }

    final @Nullable Object read(String field) {
        return read(Mappings.of(getClass()), field);
    }

    private <M extends Entity> @Nullable Object read(ModelMapping<M> mapping, String field) {
        return mapping.read(mapping.type().cast(this), field);
    }
}
