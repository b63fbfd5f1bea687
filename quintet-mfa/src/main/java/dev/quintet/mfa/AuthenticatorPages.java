package dev.quintet.mfa;

import static dev.quintet.web.Shortcuts.redirect;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.pages.FormPage;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.text.PercentCoding;
import java.util.BitSet;
import java.util.Map;

/// Setting up, renaming and removing authenticator apps.
final class AuthenticatorPages {

    private static final BitSet UNRESERVED = PercentCoding.safe("");

    private AuthenticatorPages() {}

    static Response add(Request request) {
        return SecurityPages.changed(
                request,
                user -> {
                    if (Factors.authenticators(user).size() >= Factors.MOST) {
                        return redirect("security");
                    }
                    byte[] secret = Visit.of(request).newSecret(user);
                    var form = new NewAuthenticatorForm(request, user, secret);
                    return FormPage.answer(
                            request,
                            form,
                            "quintet/mfa/authenticator_add.html",
                            () -> {
                                form.save();
                                Visit.of(request).forgetNewSecret();
                                return SecurityPages.added(request, user);
                            },
                            shown(request, user, secret));
                });
    }

    private static Map<String, Object> shown(
            Request request, AbstractBaseUser user, byte[] secret) {
        String text = Base32.text(secret);
        String site = PasskeyExchange.siteName(request);
        String url =
                "otpauth://totp/"
                        + quoted(site)
                        + ":"
                        + quoted(user.username())
                        + "?secret="
                        + text
                        + "&issuer="
                        + quoted(site);
        return Map.of(
                "qr", QrPicture.svg(url),
                "url", url,
                "secret", text.replaceAll("(.{4})(?!$)", "$1 "));
    }

    private static String quoted(String text) {
        return PercentCoding.quote(text, UNRESERVED);
    }

    static Response change(Request request, long id) {
        return SecurityPages.change(
                request,
                user ->
                        Authenticators.filter(
                                Authenticators.id.eq(id), Authenticators.userKey.eq(user.key())),
                one -> one.name,
                (row, name) -> row.update(Authenticators.name.set(name)));
    }
}
