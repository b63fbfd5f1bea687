package dev.quintet.auth;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.F;
import dev.quintet.orm.Field;
import dev.quintet.orm.NaturalKey;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.TextFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Django's user with all of its fields, to be extended by a site's own. Django: `AbstractUser`.
///
/// ```java
/// public class Member extends AbstractUser {
///     @Id(generated = true) public long id;
///     @Field(maxLength = 30, blank = true) public String phone = "";
/// }
/// ```
///
/// and `settings.set(AuthSettings.USER_MODEL, "accounts.Member")`: best done before the first
/// migration of a new site.
@NaturalKey("username")
public abstract class AbstractUser extends PermissionsUser {

    /// The name by which this user signs in.
    @Field(
            maxLength = 150,
            unique = true,
            verboseName = "username",
            help = "Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
            validators = UsernameValidator.class)
    public String username = "";

    /// Given name.
    @Field(maxLength = 150, blank = true, verboseName = "first name")
    public String firstName = "";

    /// Family name.
    @Field(maxLength = 150, blank = true, verboseName = "last name")
    public String lastName = "";

    /// Address for mail.
    @Field(format = TextFormat.EMAIL, blank = true, verboseName = "email address")
    public String email = "";

    /// Whether this user may enter the admin.
    @Field(
            verboseName = "staff status",
            help = "Designates whether the user can log into this admin site.")
    public boolean isStaff;

    /// Whether this account is in use; better unset than deleted.
    @Field(
            verboseName = "active",
            help =
                    "Designates whether this user should be treated as active. Unselect this"
                            + " instead of deleting accounts.")
    public boolean isActive = true;

    /// When this account was made.
    @Field(verboseName = "date joined")
    public Instant dateJoined = now();

    /// For models.
    protected AbstractUser() {}

    private static Instant now() {
        Context site = Context.find();
        return site == null ? Instant.now() : site.clock().instant();
    }

    @Override
    public Selectable<?> usernameField() {
        return F.of("username");
    }

    @Override
    public List<? extends Selectable<?>> requiredFields() {
        return List.of(F.of("email"));
    }

    @Override
    public boolean active() {
        return isActive;
    }

    @Override
    public boolean staff() {
        return isStaff;
    }

    @Override
    protected void promote() {
        super.promote();
        isStaff = true;
    }

    /// {@return first and last name with a space between. Django: `get_full_name`}
    public final String fullName() {
        return (firstName + " " + lastName).strip();
    }

    /// {@return the first name. Django: `get_short_name`}
    public final String shortName() {
        return firstName;
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        return switch (name) {
            case "get_full_name" -> fullName();
            case "get_short_name" -> shortName();
            default -> super.templateAttribute(name);
        };
    }
}
