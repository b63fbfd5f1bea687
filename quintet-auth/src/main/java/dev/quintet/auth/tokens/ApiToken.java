package dev.quintet.auth.tokens;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.Secrets;
import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A token by which a program speaks for a user: named, for some purposes only, until some day. Its
/// text is shown once, when it is made; the table has its hash.
///
/// ```java
/// ApiToken.Issued issued = ApiToken.issue(ada, "backup", Set.of("read"), Duration.ofDays(90));
/// issued.text();                          // qt_..., to be sent as `Authorization: Bearer qt_...`
/// issued.token().revoke();
/// ```
@Meta(app = "auth_tokens", table = "auth_tokens_apitoken", ordering = "-created")
public class ApiToken extends Model {

    /// What every token's text begins with, so that it is found where it should not be.
    public static final String PREFIX = "qt_";

    private static final int LENGTH = 40;
    private static final Pattern SCOPE = Pattern.compile("[a-z0-9_.:-]{1,50}");

    /// The key of its user, of whichever model that is; see {@link #user}.
    @Field(verboseName = "user", index = true)
    public long userId;

    /// What it is for, as people read it.
    @Field(maxLength = 100)
    public String name = "";

    /// SHA-256 of its text, in small hex digits.
    @Field(maxLength = 64, unique = true, secret = true)
    public String digest = "";

    /// The first characters of its text, to tell it from others.
    @Field(maxLength = 12)
    public String start = "";

    /// What it may be used for, with spaces between; empty for everything that its user may do.
    @Field(maxLength = 500, blank = true)
    public String scopes = "";

    /// When it was made.
    public Instant created = Instant.EPOCH;

    /// When it ends, or `null` for never.
    @Field(blank = true)
    public @Nullable Instant expires;

    /// When it was used last, to the hour; `null` if never.
    @Field(blank = true, editable = false)
    public @Nullable Instant lastUsed;

    /// An empty one, for the ORM; make tokens by {@link #issue}.
    public ApiToken() {}

    /// A token that was made just now.
    ///
    /// @param token what is kept
    /// @param text what its user gets, and nobody sees again
    public record Issued(ApiToken token, String text) {

        /// {@return which token, without its text}
        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }

    /// {@return a new token of a user, saved}
    ///
    /// @param name what it is for, as people read it
    /// @param scopes what it may be used for, such as `read`; empty for everything
    /// @param lifetime how long it is good, or `null` for ever
    /// @throws IllegalArgumentException when a scope is none: small letters, digits, `_ . : -`
    public static Issued issue(
            AbstractBaseUser user, String name, Set<String> scopes, @Nullable Duration lifetime) {
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                throw new IllegalArgumentException("'" + scope + "' is no scope.");
            }
        }
        String text = PREFIX + Secrets.random(LENGTH);
        Instant now = Context.current().clock().instant();
        var token = new ApiToken();
        token.userId = Long.parseLong(user.key());
        token.name = name;
        token.digest = digest(text);
        token.start = text.substring(0, PREFIX.length() + 6);
        token.scopes = String.join(" ", new TreeSet<>(scopes));
        token.created = now;
        token.expires = lifetime == null ? null : now.plus(lifetime);
        token.save();
        return new Issued(token, text);
    }

    /// {@return the token of this text, where there is one that is still good; else `null`}
    public static @Nullable ApiToken find(String text) {
        if (!text.startsWith(PREFIX) || text.length() != PREFIX.length() + LENGTH) {
            return null;
        }
        Instant now = Context.current().clock().instant();
        return ApiTokens.filter(ApiTokens.digest.eq(digest(text)))
                .first()
                .filter(found -> found.expires == null || found.expires.isAfter(now))
                .orElse(null);
    }

    /// {@return whether it may be used for something}
    public boolean allows(String scope) {
        return scopes.isEmpty() || Arrays.asList(scopes.split(" ", -1)).contains(scope);
    }

    /// {@return whose it is, or `null` when there is no such user any more}
    public @Nullable AbstractBaseUser user() {
        return Accounts.current().byKey(String.valueOf(userId));
    }

    /// Ends it.
    public void revoke() {
        delete();
    }

    /// Notes that it was used, once an hour at most.
    void noteUse(Instant now) {
        if (lastUsed == null || lastUsed.isBefore(now.minus(Duration.ofHours(1)))) {
            lastUsed = now;
            ApiTokens.filter(ApiTokens.id.eq(id)).update(ApiTokens.lastUsed.set(now));
        }
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return start + "… " + name;
    }
}
