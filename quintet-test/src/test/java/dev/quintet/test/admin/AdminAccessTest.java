package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Lamps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest(LampShop.class)
class AdminAccessTest {

    private final Client client = new Client();
    private Lamp lamp = new Lamp();

    @BeforeEach
    void stock() {
        lamp = AdminRows.lamp("Wagenfeld", AdminRows.maker("Bauhaus"), "9.00", Kind.TABLE, null);
    }

    private List<String> pages() {
        String of = "/admin/lamps/lamp/" + lamp.id;
        return List.of(
                "/admin/",
                "/admin/lamps/",
                "/admin/search/?q=a",
                "/admin/autocomplete/?app_label=lamps&model_name=lamp&field_name=maker",
                "/admin/lamps/lamp/",
                "/admin/lamps/lamp/add/",
                of + "/change/",
                of + "/delete/",
                "/admin/auth/user/");
    }

    @Test
    void sendsStrangersToSignIn() {
        for (String page : pages()) {
            assertThat(client.get(page).header("Location")).startsWith("/admin/login/?next=");
        }
        client.postForm("/admin/lamps/lamp/", Map.of("action", "delete_selected"))
                .assertThat()
                .hasStatus(302);
    }

    @Test
    void sendsUsersWhoAreNotStaffToSignInAsSomebodyElse() {
        User.create("eve", "", Accounts.PASSWORD);
        Accounts.signIn(client, "eve");

        for (String page : pages()) {
            assertThat(client.get(page).header("Location")).startsWith("/admin/login/?next=");
        }
    }

    @Test
    void tellsNobodyWhetherTheNameOrThePasswordWasWrong() {
        User.create("eve", "", Accounts.PASSWORD);
        String wrong = "Please enter the correct name and password of a staff account.";

        for (var said :
                List.of(
                        Map.of("username", "nobody", "password", "x"),
                        Map.of("username", "eve", "password", "x"),
                        Map.of("username", "eve", "password", Accounts.PASSWORD))) {
            client.postForm("/admin/login/", said).assertThat().isOk().contains(wrong);
        }
    }

    @Test
    void leadsNowhereElseAfterSigningIn() {
        Accounts.superuser(client);
        client.forgetCookies();
        for (String next : List.of("https://evil.test/", "//evil.test", "/\\evil.test")) {
            client.forgetCookies();
            client.postForm(
                            "/admin/login/?next=" + next,
                            Map.of("username", "ada", "password", Accounts.PASSWORD))
                    .assertThat()
                    .redirectsTo("/admin/");
        }
        client.forgetCookies();
        client.postForm(
                        "/admin/login/?next=/admin/lamps/",
                        Map.of("username", "ada", "password", Accounts.PASSWORD))
                .assertThat()
                .redirectsTo("/admin/lamps/");
    }

    @Test
    void signsOutByAFormOnly() {
        Accounts.superuser(client);

        client.get("/admin/logout/").assertThat().hasStatus(405);
        client.get("/admin/").assertThat().isOk();
        client.post("/admin/logout/");
        client.get("/admin/").assertThat().hasStatus(302);
    }

    @Test
    void letsStaffWithoutPermissionsDoNothing() {
        Accounts.staff(client);
        String of = "/admin/lamps/lamp/" + lamp.id;

        client.get("/admin/").assertThat().contains("You may not look at or change anything here.");
        for (String page :
                List.of(
                        "/admin/lamps/lamp/",
                        "/admin/lamps/lamp/add/",
                        of + "/change/",
                        of + "/delete/")) {
            client.get(page).assertThat().hasStatus(403);
        }
        assertThat(client.get("/admin/search/?q=wagen").source()).doesNotContain("Wagenfeld");
    }

    @Test
    void letsThoseWhoMayOnlyLookChangeNothing() {
        Accounts.staff(client, "view_lamp");
        String of = "/admin/lamps/lamp/" + lamp.id;

        client.get("/admin/lamps/lamp/").assertThat().isOk().doesNotContain("Add lamp", "Halve");
        client.get(of + "/change/")
                .assertThat()
                .isOk()
                .contains("Wagenfeld", "Close")
                .doesNotContain("Save");
        client.postForm(of + "/change/", Map.of("name", "Mine")).assertThat().hasStatus(403);
        client.get(of + "/delete/").assertThat().hasStatus(403);
        client.postForm(
                "/admin/lamps/lamp/", Map.of("action", "action1", "_selected_action", lamp.id));
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).price).isEqualByComparingTo("9.00");
        client.postForm(
                "/admin/lamps/lamp/",
                Map.of("action", "delete_selected", "_selected_action", lamp.id, "post", "yes"));
        assertThat(Lamps.filter(Lamps.id.eq(lamp.id)).exists()).isTrue();
    }

    @Test
    void letsARuleDecideAboutEachRow() {
        Accounts.staff(client, "view_lamp");
        Lamp own = AdminRows.lamp("Own", lamp.maker.get(), "9.00", Kind.TABLE, null);
        own.slug = "bob";
        own.save();
        var fields =
                Map.of(
                        "name", "Mine",
                        "slug", "bob",
                        "kind", "TABLE",
                        "maker", lamp.maker.id(),
                        "price", "9.00",
                        "bulb_set-TOTAL_FORMS", "0",
                        "bulb_set-INITIAL_FORMS", "0",
                        "_save", "1");

        client.get("/admin/lamps/lamp/" + own.id + "/change/").assertThat().contains("Save");
        client.get("/admin/lamps/lamp/" + lamp.id + "/change/").assertThat().doesNotContain("Save");
        client.postForm("/admin/lamps/lamp/" + lamp.id + "/change/", fields)
                .assertThat()
                .hasStatus(403);
        client.postForm("/admin/lamps/lamp/" + own.id + "/change/", fields)
                .assertThat()
                .hasStatus(302);
        assertThat(Lamps.get(Lamps.id.eq(own.id)).name).isEqualTo("Mine");
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).name).isEqualTo("Wagenfeld");
        client.get("/admin/lamps/lamp/" + own.id + "/delete/").assertThat().hasStatus(403);
    }

    @Test
    void showsAMemberOfTheStaffNoRowsButTheirOwn() {
        Accounts.staff(client, "view_lamp", "change_lamp", "delete_lamp");
        Lamp own = AdminRows.lamp("Own", lamp.maker.get(), "9.00", Kind.TABLE, null);
        own.slug = "bob";
        own.save();
        String desk = "/desk/lamps/lamp/";

        client.get(desk).assertThat().contains("Own", "1 lamp").doesNotContain("Wagenfeld");
        client.get("/desk/search/?q=w").assertThat().doesNotContain("Wagenfeld");
        client.get(desk + own.id + "/change/").assertThat().isOk();
        for (String page : List.of("/change/", "/delete/", "/history/")) {
            client.get(desk + lamp.id + page).assertThat().redirectsTo("/desk/");
        }
        client.postForm(
                desk + lamp.id + "/change/",
                Map.of("name", "Stolen", "kind", "TABLE", "maker", lamp.maker.id()));
        client.postForm(desk + lamp.id + "/delete/", Map.of("post", "yes"));
        client.postForm(
                desk,
                Map.of("action", "delete_selected", "_selected_action", lamp.id, "post", "yes"));
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).name).isEqualTo("Wagenfeld");
    }

    @Test
    void offersActionsToThoseWhoMayDoThem() {
        Accounts.staff(client, "view_lamp", "change_lamp");

        client.get("/admin/lamps/lamp/")
                .assertThat()
                .contains("Halve the price")
                .doesNotContain("Give away");
    }

    @Test
    void givesNobodyPowersByWhomTheyMayChange() {
        User root = User.createSuperuser("root", "", Accounts.PASSWORD);
        User bob = Accounts.staff(client, "view_user", "change_user", "delete_user");
        String self = "/admin/auth/user/" + bob.id + "/change/";

        client.postForm(
                        self,
                        Map.of(
                                "username",
                                "bob",
                                "isActive",
                                "on",
                                "isSuperuser",
                                "on",
                                "isStaff",
                                "on"))
                .assertThat()
                .hasStatus(302);
        assertThat(Users.get(Users.id.eq(bob.id)).isSuperuser).isFalse();
        client.postForm("/admin/auth/user/" + root.id + "/change/", Map.of("username", "mine"))
                .assertThat()
                .hasStatus(403);
        client.get("/admin/auth/user/" + root.id + "/password/").assertThat().hasStatus(403);
        client.get("/admin/auth/user/" + root.id + "/delete/").assertThat().hasStatus(403);
    }

    @Test
    void makesAccountsAndSetsTheirPasswords() {
        Accounts.superuser(client);
        var fields =
                Map.of(
                        "username",
                        "carol",
                        "password1",
                        "a long secret",
                        "password2",
                        "a long secret");

        client.postForm("/admin/auth/user/add/", fields).assertThat().hasStatus(302);
        User carol = Users.get(Users.username.eq("carol"));
        assertThat(carol.checkPassword("a long secret")).isTrue();

        String url = "/admin/auth/user/" + carol.id + "/password/";
        client.postForm(url, Map.of("newPassword1", "another one", "newPassword2", "not the same"))
                .assertThat()
                .contains("didn’t match");
        client.postForm(url, Map.of("newPassword1", "123", "newPassword2", "123"))
                .assertThat()
                .contains("too short");
        client.postForm(url, Map.of("newPassword1", "another one", "newPassword2", "another one"))
                .assertThat()
                .hasStatus(302);
        assertThat(Users.get(Users.id.eq(carol.id)).checkPassword("another one")).isTrue();
    }

    @Test
    void showsNobodysPassword() {
        User ada = Accounts.superuser(client);

        client.get("/admin/auth/user/" + ada.id + "/change/")
                .assertThat()
                .isOk()
                .doesNotContainSource("md5$");
    }

    @Test
    void keepsPagesOutOfCaches() {
        Accounts.superuser(client);

        client.get("/admin/").assertThat().hasHeader("Cache-Control", "no-store, private");
    }

    @Test
    void checksWhereFormsComeFrom() {
        Accounts.superuser(client);
        client.checkCsrf();

        for (String page :
                List.of(
                        lamp.id + "/delete/",
                        lamp.id + "/change/",
                        lamp.id + "/history/1/undo/",
                        "runs/1/",
                        "runs/1/undo/",
                        "filters/",
                        "filters/1/delete/",
                        "import/",
                        "")) {
            client.postForm("/admin/lamps/lamp/" + page, Map.of("post", "yes"))
                    .assertThat()
                    .hasStatus(403);
        }
    }
}
