package records.staff;

import static dev.quintet.http.Routes.get;
import static dev.quintet.web.Shortcuts.redirect;

import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The way into the admin of a demo that nobody has an account of: an address that only who reads
/// the console knows, and which no other start of the shop has.
///
/// A shop of your own has none of this, but `createsuperuser`.
public final class Door {

    private static final String OWNER = "owner";
    private static final String KEY = key();

    /// Where it is.
    public static final Routes ROUTES = Routes.of(get("staff/<str:key>/", Door::enter));

    private Door() {}

    private static String key() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// {@return what to tell who started the shop}
    ///
    /// @param address of the shop
    public static String words(String address) {
        return "Its admin: " + address.replaceAll("/$", "") + "/staff/" + KEY + "/";
    }

    static Response enter(Request request, String key) {
        if (!MessageDigest.isEqual(
                key.getBytes(StandardCharsets.UTF_8), KEY.getBytes(StandardCharsets.UTF_8))) {
            throw new NotFound("There is no such door.");
        }
        User owner =
                Users.filter(Users.username.eq(OWNER))
                        .first()
                        .orElseGet(() -> User.createSuperuser(OWNER, "", null));
        Auth.login(request, owner, Accounts.current().backends().getFirst().path());
        return redirect("admin:index");
    }
}
