package dev.quintet.mfa;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A passkey of a user: a key pair whose private half never leaves their phone, computer or
/// security key.
@Meta(
        app = "mfa",
        table = "mfa_passkey",
        ordering = "id",
        defaultPermissions = {})
public class Passkey extends Model {

    /// The key of its user, of whichever model that is.
    @Field(maxLength = 64, verboseName = "user", index = true)
    public String userKey = "";

    /// What its user calls it.
    @Field(maxLength = 100)
    public String name = "";

    /// SHA-256 of the name by which the device knows it, in small hex digits: the name itself may
    /// be too long for an index.
    @Field(maxLength = 64, unique = true)
    public String digest = "";

    /// The name by which devices know its user, random; the same for all passkeys of one.
    @Field(maxLength = 64)
    public String handle = "";

    /// Its public half and the name by which the device knows it, as the device said them, in
    /// base64url.
    public String credential = "";

    /// By what it is reached, such as `internal` or `usb`, with commas between.
    @Field(maxLength = 100, blank = true)
    public String transports = "";

    /// How often the device said that it was used; stays 0 where devices share one.
    public long signCount;

    /// When it was set up.
    public Instant created = Instant.EPOCH;

    /// When it was used last, or `null` if never.
    @Field(blank = true)
    public @Nullable Instant lastUsed;

    /// An empty one, for the ORM.
    public Passkey() {}

    @Override
    public String toString() {
        return name;
    }
}
