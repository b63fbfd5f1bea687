package dev.quintet.auth;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.SaltedHmac;
import dev.quintet.kernel.signing.SigningKeys;
import java.util.List;

/// What ties a session to its user's password.
final class SessionHash {

    private static final String SALT =
            "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash";

    private SessionHash() {}

    /// {@return the hash by the secret that signs, then by each older one}
    static List<String> of(AbstractBaseUser user) {
        return SigningKeys.of(Context.current().settings())
                .hexDigests(SALT, user.password, SaltedHmac.Algorithm.SHA256);
    }
}
