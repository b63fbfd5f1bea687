package dev.quintet.mfa;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An authenticator app of a user, which shows a new code every half minute.
@Meta(
        app = "mfa",
        table = "mfa_authenticator",
        ordering = "id",
        defaultPermissions = {})
public class Authenticator extends Model {

    /// The key of its user, of whichever model that is.
    @Field(maxLength = 64, verboseName = "user", index = true)
    public String userKey = "";

    /// What its user calls it.
    @Field(maxLength = 100)
    public String name = "";

    /// What the app and the site both know, encrypted; see {@link Sealed}.
    @Field(maxLength = 200, secret = true)
    public String secret = "";

    /// The half minute of the last code that was used: neither it nor one before is taken again.
    public long lastStep;

    /// When it was set up.
    public Instant created = Instant.EPOCH;

    /// When it was used last, or `null` if never.
    @Field(blank = true)
    public @Nullable Instant lastUsed;

    /// An empty one, for the ORM.
    public Authenticator() {}

    @Override
    public String toString() {
        return name;
    }
}
