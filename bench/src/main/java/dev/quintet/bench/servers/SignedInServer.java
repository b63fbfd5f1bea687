package dev.quintet.bench.servers;

import static dev.quintet.http.Routes.path;

import dev.quintet.RunningSite;
import dev.quintet.Site;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.Permission;
import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signing.SessionCodec;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.server.ServerSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A site whose users sign in: a page for all, and one behind login.
public final class SignedInServer extends Site {

    /// No password: this bench signs nobody in by one, it comes with a session.
    private static final String NO_PASSWORD = "!bench";

    /// Who may do everything, and is asked for no permission.
    private static final int SUPERUSER = 1;

    private static final int MEMBER = 2;

    private SignedInServer() {}

    @Override
    protected void settings(Settings settings) {
        settings.apps(ContentTypesApp.class, AuthApp.class);
        settings.database(WorldTable.SITE_URL);
        settings.secretKey(QuintetServer.SECRET);
        settings.set(ServerSettings.HTTP_ACCESS_LOG, false);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                path("page/<int:id>/", QuintetServer::page),
                path("user/<int:id>/", SignedInServer::user),
                path("permission/<int:id>/", SignedInServer::permission));
    }

    /// The plain page, for whoever signed in: the session, and the user by one statement.
    static Response user(Request request, long id) {
        User user = Auth.user(request, User.class);
        return Response.html("<!doctype html><title>" + id + "</title><p>Hello, " + user.firstName);
    }

    /// The same for whoever may, which is one statement more.
    static Response permission(Request request, long id) {
        if (!Auth.user(request, User.class).hasPermission("auth.view_user")) {
            throw new PermissionDenied("You may not see this page.");
        }
        return user(request, id);
    }

    /// {@return a session of the superuser, as its cookie}
    public static String session() {
        return session(SUPERUSER);
    }

    /// {@return a session of somebody who has one permission, as its cookie}
    public static String sessionOfMember() {
        return session(MEMBER);
    }

    private static String session(int key) {
        var settings = new Settings();
        settings.secretKey(QuintetServer.SECRET);
        var user = new User();
        user.password = NO_PASSWORD;
        Clock clock = Clock.systemUTC();
        String hash =
                Context.of(settings.freeze(), Apps.of(List.of()), clock)
                        .call(user::sessionAuthHash);
        return SessionCodec.inCookie(SigningKeys.of(QuintetServer.SECRET, List.of()), clock)
                .encode(
                        Map.of(
                                "name",
                                "Ada",
                                "_auth_user_id",
                                String.valueOf(key),
                                "_auth_user_backend",
                                "django.contrib.auth.backends.ModelBackend",
                                "_auth_user_hash",
                                hash));
    }

    static void prepare(Site of) {
        try (RunningSite site = of.start()) {
            Commands.call(site.context(), "migrate");
            site.context()
                    .run(() -> {
                        Users.filter(Users.id.lte(MEMBER)).delete();
                        make(SUPERUSER, "root", true);
                        make(MEMBER, "ada", false)
                                .userPermissions
                                .add(Permission.named("auth.view_user"));
                    });
        }
    }

    private static User make(int key, String name, boolean superuser) {
        var user = new User();
        user.id = key;
        user.username = name;
        user.firstName = "Ada";
        user.password = NO_PASSWORD;
        user.isStaff = superuser;
        user.isSuperuser = superuser;
        user.save();
        return user;
    }

    /// Makes the tables and the user where they are missing, and serves until it is killed.
    ///
    /// @param args the port
    public static void main(String... args) {
        prepare(new SignedInServer());
        new SignedInServer().manage("serve", "--port", args[0]);
    }
}
