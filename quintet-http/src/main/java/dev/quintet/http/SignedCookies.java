package dev.quintet.http;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.BadSignatureException;
import dev.quintet.kernel.signing.CookieSigner;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.signing.SigningSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Cookies whose values carry a signature of the site, as Django's are.
final class SignedCookies {

    private SignedCookies() {}

    static String sign(String name, String value) {
        return signer().sign(name, value, "");
    }

    static @Nullable String read(Request request, String name, @Nullable Duration maxAge) {
        String sent = request.cookie(name);
        if (sent == null) {
            return null;
        }
        try {
            return signer().unsign(name, sent, "", maxAge);
        } catch (BadSignatureException forged) {
            return null;
        }
    }

    private static CookieSigner signer() {
        Context site = Context.current();
        return CookieSigner.of(
                SigningKeys.of(site.settings()),
                site.clock(),
                site.settings().get(SigningSettings.SIGNED_COOKIE_LEGACY));
    }
}
