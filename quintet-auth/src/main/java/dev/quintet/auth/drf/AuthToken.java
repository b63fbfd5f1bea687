package dev.quintet.auth.drf;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.tokens.TokenAuthentication;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A token as Django REST framework keeps it: as it is, so that whoever reads the table has all of
/// them. For sites that share the table with one; others are better off with `ApiToken`. DRF:
/// `Token`.
@Meta(
        app = "authtoken",
        table = "authtoken_token",
        verboseName = "Token",
        verboseNamePlural = "Tokens")
public class AuthToken extends Entity {

    private static final int BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// The token itself: 40 small hex digits.
    @Id
    @Field(maxLength = 40, secret = true, verboseName = "Key")
    public String key = "";

    /// The key of its user, who has one token at most.
    @Field(unique = true, verboseName = "User")
    public long userId;

    /// When it was made.
    @Field(verboseName = "Created", editable = false)
    public Instant created = Instant.EPOCH;

    /// An empty one, for the ORM.
    public AuthToken() {}

    /// {@return the token of a user, made where there is none}
    public static AuthToken of(AbstractBaseUser user) {
        long id = Long.parseLong(user.key());
        return AuthTokens.filter(AuthTokens.userId.eq(id))
                .first()
                .orElseGet(() -> {
                    byte[] bytes = new byte[BYTES];
                    RANDOM.nextBytes(bytes);
                    var made = new AuthToken();
                    made.key = HexFormat.of().formatHex(bytes);
                    made.userId = id;
                    made.created = Context.current().clock().instant();
                    made.insert();
                    return made;
                });
    }

    /// {@return what knows `Authorization: Token ...`, for the site's middleware}
    public static TokenAuthentication authentication() {
        return TokenAuthentication.of("Token", AuthToken::user);
    }

    private static @Nullable AbstractBaseUser user(String text) {
        return AuthTokens.filter(AuthTokens.key.eq(text))
                .first()
                .map(found -> Accounts.current().byKey(String.valueOf(found.userId)))
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Token of user " + userId;
    }
}
