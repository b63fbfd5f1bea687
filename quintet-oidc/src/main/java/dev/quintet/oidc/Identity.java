package dev.quintet.oidc;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// An account elsewhere that opens the account of a user here. What the provider calls it never
/// changes, as its address of mail may.
@Meta(
        app = "oidc",
        table = "oidc_identity",
        ordering = "id",
        defaultPermissions = {})
public class Identity extends Model {

    /// The key of its user, of whichever model that is.
    @Field(maxLength = 64, verboseName = "user", index = true)
    public String userKey = "";

    /// The provider, by the address that it is known by.
    @Field(maxLength = 300)
    public String issuer = "";

    /// What the provider calls the account.
    @Field(maxLength = 255)
    public String subject = "";

    /// SHA-256 of both: together they are too long for an index.
    @Field(maxLength = 64, unique = true)
    public String digest = "";

    /// The account's name as people know it, when it was used last.
    @Field(maxLength = 254, blank = true)
    public String label = "";

    /// When it was connected.
    public Instant created = Instant.EPOCH;

    /// When it was used last, or `null` if never.
    @Field(blank = true)
    public @Nullable Instant lastUsed;

    /// An empty one, for the ORM.
    public Identity() {}

    static @Nullable Identity find(Claims claims) {
        return Identities.filter(Identities.digest.eq(digest(claims))).first().orElse(null);
    }

    /// Connects an account elsewhere to a user.
    static Identity connect(AbstractBaseUser user, Claims claims) {
        var one = new Identity();
        one.userKey = user.key();
        one.issuer = claims.issuer();
        one.subject = claims.subject();
        one.digest = digest(claims);
        one.label = claims.label();
        one.created = Context.current().clock().instant();
        one.lastUsed = one.created;
        one.save();
        return one;
    }

    void noteUse(Claims claims) {
        Identities.filter(Identities.id.eq(id))
                .update(
                        Identities.lastUsed.set(Context.current().clock().instant()),
                        Identities.label.set(claims.label()));
    }

    private static String digest(Claims claims) {
        String both = claims.issuer() + "\n" + claims.subject();
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(both.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return label.isEmpty() ? issuer : label;
    }
}
