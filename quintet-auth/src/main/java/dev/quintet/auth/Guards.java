package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Who may see a page: around a route, around all included routes, or among the `behaviours()` of a
/// class view.
///
/// ```java
/// path("albums/add/", Catalog::add).with(permissionRequired("catalog.add_album"))
/// include("staff/", Staff.ROUTES).with(staffRequired())
/// ```
///
/// Who has not signed in is sent to `LOGIN_URL`, or gets 401 where they ask for JSON; who has and
/// may not gets 403.
public final class Guards {

    private Guards() {}

    /// {@return what lets only those through who have signed in; the same as
    /// `route.loginRequired()`. Django: `login_required`, `LoginRequiredMixin`}
    public static Middleware loginRequired() {
        return SignedIn.required();
    }

    /// {@return what lets only those through who may do all of this. Django: `permission_required`,
    /// `PermissionRequiredMixin`}
    ///
    /// @param permission app and code, such as `catalog.add_album`
    public static Middleware permissionRequired(String permission, String... more) {
        var all = new ArrayList<String>();
        all.add(permission);
        all.addAll(List.of(more));
        all.forEach(PermissionName::of);
        return new Test(
                "permissionRequired(" + String.join(", ", all) + ")",
                user -> user.hasPermissions(all));
    }

    /// {@return what lets only those through who pass a test. Django: `user_passes_test`,
    /// `UserPassesTestMixin`}
    public static Middleware userPassesTest(Predicate<? super SiteUser> test) {
        return new Test("userPassesTest", test);
    }

    /// {@return what lets only those through who may enter the admin. Django:
    /// `staff_member_required`}
    public static Middleware staffRequired() {
        return new Test("staffRequired", user -> user.active() && user.staff());
    }

    /// {@return what leaves a route, or all included ones, open to anybody in a site where {@link
    /// SiteLogin} closes all. Django: `login_not_required`}
    public static Middleware loginNotRequired() {
        return new Open();
    }

    private record Test(String name, Predicate<? super SiteUser> test) implements Middleware {

        @Override
        public Response handle(Request request, Next next) throws Exception {
            SiteUser user = Auth.user(request);
            if (test.test(user)) {
                return next.handle(request).withVary("Cookie");
            }
            if (!user.signedIn()) {
                return SignedIn.required().handle(request, next);
            }
            throw new PermissionDenied(gettext("You may not see this page."));
        }

        @Override
        public boolean mayRepeat() {
            return true;
        }
    }

    /// Passes everything on; known by its type.
    static final class Open implements Middleware {

        @Override
        public Response handle(Request request, Next next) throws Exception {
            return next.handle(request);
        }

        @Override
        public boolean mayRepeat() {
            return true;
        }

        @Override
        public String name() {
            return "loginNotRequired";
        }
    }
}
