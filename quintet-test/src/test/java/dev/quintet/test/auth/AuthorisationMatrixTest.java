package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.http.Route;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.context.Context;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.press.Article;
import dev.quintet.test.press.Press;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every address of a site, asked for by everybody. A new route fails here until its line is
/// written: whom it lets in is decided, and not forgotten.
class AuthorisationMatrixTest {

    /// Nobody, a user, one of the staff, a superuser, a superuser whose account is not in use.
    private static List<Client> everybody() {
        User user = User.create("user", "", "x");
        User staff = User.create("staff", "", "x");
        staff.isStaff = true;
        staff.save();
        User root = User.createSuperuser("root", "", "x");
        User gone = User.createSuperuser("gone", "", "x");
        gone.isActive = false;
        gone.save();
        return List.of(
                new Client().showErrors(),
                new Client().showErrors().login(user),
                new Client().showErrors().login(staff),
                new Client().showErrors().login(root),
                new Client().showErrors().login(gone));
    }

    private static Set<String> patterns() {
        var all = new LinkedHashSet<String>();
        collect(Context.current().get(Router.KEY).routes(), "/", all);
        return all;
    }

    private static void collect(Routes routes, String before, Set<String> all) {
        for (Route route : routes.list()) {
            Routes inner = route.included();
            if (inner == null) {
                all.add(before + route.pattern());
            } else {
                collect(inner, before + route.pattern(), all);
            }
        }
    }

    /// @param expected by the pattern of a route: an address of it, and what each is answered
    private static void check(Map<String, Line> expected) {
        List<Client> clients = everybody();
        assertThat(patterns()).isEqualTo(expected.keySet());
        expected.forEach((pattern, line) ->
                assertThat(clients.stream().map(each -> each.get(line.path()).status()))
                        .as(pattern)
                        .isEqualTo(line.statuses()));
    }

    private record Line(String path, List<Integer> statuses) {}

    private static Line line(String path, Integer... statuses) {
        return new Line(path, List.of(statuses));
    }

    @SiteTest(Press.class)
    @Nested
    class OfASite {

        @Test
        void letsEachInWhereTheyMay() {
            var article = new Article();
            article.author.set(User.create("author", "", "x"));
            article.save();
            var all = new LinkedHashMap<String, Line>();
            all.put("/accounts/login/", line("/accounts/login/", 200, 200, 200, 200, 200));
            all.put("/accounts/logout/", line("/accounts/logout/", 405, 405, 405, 405, 405));
            for (String own :
                    List.of(
                            "password_change/",
                            "password_change/done/",
                            "logout_everywhere/",
                            "logout_everywhere/done/")) {
                String path = "/accounts/" + own;
                all.put(path, line(path, 302, 200, 200, 200, 302));
            }
            for (String open :
                    List.of(
                            "/accounts/password_reset/",
                            "/accounts/password_reset/done/",
                            "/accounts/reset/done/",
                            "/accounts/register/",
                            "/accounts/register/done/",
                            "/",
                            "/whoami/",
                            "/enter/",
                            "/keep/",
                            "/articles/")) {
                all.put(open, line(open, 200, 200, 200, 200, 200));
            }
            // Links that are used up say so to everybody.
            all.put(
                    "/accounts/reset/<uidb64>/<token>/",
                    line("/accounts/reset/MQ/used-up/", 200, 200, 200, 200, 200));
            all.put(
                    "/accounts/register/<token>/",
                    line("/accounts/register/used-up/", 200, 200, 200, 200, 200));
            all.put("/mine/", line("/mine/", 302, 200, 200, 200, 302));
            all.put("/publish/", line("/publish/", 302, 403, 403, 200, 302));
            all.put("/ada/", line("/ada/", 302, 403, 403, 403, 302));
            all.put("/staff/", line("/staff/", 302, 403, 200, 200, 302));
            String edit = "/articles/" + article.id + "/edit/";
            all.put("/articles/<int:id>/edit/", line(edit, 302, 403, 403, 200, 302));
            // Who leaves has left: this comes last.
            all.put("/leave/", line("/leave/", 200, 200, 200, 200, 200));
            check(all);
        }
    }

    @SiteTest(LampShop.class)
    @Nested
    class OfTheAdmin {

        /// Of each admin of the site: the front page, what finds pages, the door.
        private static final Pattern FOR_ALL_OF_THE_STAFF =
                Pattern.compile("/[a-z]+/((search|login|logout)/)?");

        private Lamp lamp = new Lamp();

        @BeforeEach
        void stock() {
            var maker = new Maker();
            maker.name = "Bauhaus";
            maker.save();
            lamp.name = "Wagenfeld";
            lamp.maker.set(maker);
            lamp.save();
        }

        private String address(String pattern) {
            return pattern.replace("<path:key>", String.valueOf(lamp.id))
                    .replace("<str:app>", "lamps")
                    .replaceAll("<int:[a-z]+>", "1");
        }

        @Test
        void sendsAllAwayWhoAreNotOfTheStaff() {
            List<Client> clients = everybody();
            List<Client> others = List.of(clients.get(0), clients.get(1), clients.get(4));

            assertThat(patterns()).hasSizeGreaterThan(30);
            for (String pattern : patterns()) {
                if (!pattern.endsWith("/login/") && !pattern.endsWith("/logout/")) {
                    for (Client other : others) {
                        assertThat(other.get(address(pattern))).as(pattern).hasStatus(302);
                        assertThat(other.get(address(pattern)).header("Location"))
                                .as(pattern)
                                .matches("/(admin|depot|works|desk)/login/\\?next=.*");
                    }
                }
            }
        }

        @Test
        void showsTheStaffNothingThatTheyMayNotSee() {
            Client staff = everybody().get(2);

            for (String pattern : patterns()) {
                Page page = staff.get(address(pattern));

                if (!FOR_ALL_OF_THE_STAFF.matcher(pattern).matches()) {
                    assertThat(page.status()).as(pattern).isIn(302, 400, 403, 404);
                }
                assertThat(page.source()).as(pattern).doesNotContain("Wagenfeld");
            }
        }

        @Test
        void opensAllToSuperusers() {
            Client root = everybody().get(3);

            for (String pattern : patterns()) {
                if (pattern.startsWith("/admin/lamps/lamp/")) {
                    // There is no bulk change, no filter and no entry of the log yet.
                    boolean numbered = pattern.contains("<int:");
                    assertThat(root.get(address(pattern)).status())
                            .as(pattern)
                            .isIn(numbered ? List.of(404) : List.of(200, 302));
                }
            }
            assertThat(root.get("/admin/lamps/lamp/")).isOk().contains("Wagenfeld");
        }
    }
}
