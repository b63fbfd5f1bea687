package dev.quintet.test.auth;

import static dev.quintet.test.Testing.assertQueries;
import static dev.quintet.test.Testing.sent;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.Permission;
import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.press.Article;
import dev.quintet.test.press.Press;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in and out, sessions, and what pages let whom through.
@SiteTest(Press.class)
class SignInTest {

    private User ada = new User();

    @BeforeEach
    void ada() {
        ada = User.create("ada", "ada@example.com", "a long secret");
    }

    private static Page enter(Client client, String username, String password) {
        return client.postForm("enter", Map.of("username", username, "password", password));
    }

    @Test
    void signsInAndOut(Client client) {
        assertThat(client.get("whoami")).contains("AnonymousUser");
        var events =
                sent(
                        AuthSignals.LOGGED_IN,
                        () ->
                                assertThat(enter(client, "ada", "a long secret"))
                                        .contains("welcome"));
        assertThat(events).extracting(event -> event.user().username()).containsExactly("ada");
        assertThat(client.get("whoami")).contains("ada");
        assertThat(Users.get(Users.id.eq(ada.id)).lastLogin).isNotNull();

        assertThat(sent(AuthSignals.LOGGED_OUT, () -> client.post("leave"))).hasSize(1);
        assertThat(client.get("whoami")).contains("AnonymousUser");
    }

    @Test
    void keepsABetterHashOfThePasswordFromASignInOn(Client client) {
        assertThat(ada.password).startsWith("md5$");

        withSettings(
                List.of("PASSWORD_HASHER=argon2"),
                () -> {
                    assertThat(enter(client, "ada", "a wrong secret")).contains("unknown");
                    assertThat(Users.get(Users.id.eq(ada.id)).password).startsWith("md5$");
                    assertThat(enter(client, "ada", "a long secret")).contains("welcome");
                    assertThat(client.get("whoami")).contains("ada");
                });

        User kept = Users.get(Users.id.eq(ada.id));
        assertThat(kept.password).startsWith("argon2$");
        assertThat(kept.checkPassword("a long secret")).isTrue();
    }

    @Test
    void asksForTheUserByOneStatementWhenItIsWanted(Client client) {
        client.login(ada);

        assertQueries(0, () -> client.get("open"));
        // The session, and the user.
        assertQueries(2, () -> client.get("whoami"));
        assertQueries(0, () -> new Client().get("whoami"));
    }

    @Test
    void givesANewKeyToASessionThatSomebodySignsInTo(Client client) {
        client.post("keep");
        String planted = client.cookie("sessionid");

        enter(client, "ada", "a long secret");

        assertThat(client.cookie("sessionid")).isNotNull().isNotEqualTo(planted);
        var attacker = new Client().cookie("sessionid", String.valueOf(planted));
        assertThat(attacker.get("whoami")).contains("AnonymousUser");
    }

    @Test
    void endsSessionsWhenThePasswordChanges(Client client) {
        client.login(ada);
        assertThat(client.get("whoami")).contains("ada");

        ada.setPassword("another long secret");
        ada.save();

        assertThat(client.get("whoami")).contains("AnonymousUser");
        assertThat(client.cookie("sessionid")).isNull();
    }

    @Test
    void keepsSessionsOfAnOlderSecretKey(Client client) {
        client.login(ada);
        String before = client.cookie("sessionid");
        String old =
                dev.quintet.kernel.context.Context.current()
                        .settings()
                        .get(KernelSettings.SECRET_KEY);

        withSettings(
                settings ->
                        settings.with(KernelSettings.SECRET_KEY, "x".repeat(50))
                                .with(KernelSettings.SECRET_KEY_FALLBACKS, List.of(old)),
                () -> assertThat(client.get("whoami")).contains("ada"));

        assertThat(client.cookie("sessionid")).isNotEqualTo(before);
    }

    @Test
    void refusesWhoseAccountIsNotInUse(Client client) {
        client.login(ada);
        ada.isActive = false;
        ada.save();

        assertThat(client.get("whoami")).contains("AnonymousUser");
        assertThat(enter(client, "ada", "a long secret")).contains("unknown");
    }

    @Test
    void letsEachThroughWhereTheyMay(Client client) {
        User staff = User.create("staff", "", "x");
        staff.isStaff = true;
        staff.save();
        User root = User.createSuperuser("root", "", "x");
        User publisher = User.create("publisher", "", "x");
        publisher.userPermissions.add(Permission.named("press.publish_article"));
        User gone = User.createSuperuser("gone", "", "x");
        var article = new Article();
        article.author.set(ada);
        article.save();
        String edit = "/articles/" + article.id + "/edit/";
        gone.isActive = false;
        gone.save();
        // In the order of the users: nobody, ada, staff, publisher, root, not in use.
        Map<String, List<Integer>> expected =
                Map.of(
                        "/",
                        List.of(200, 200, 200, 200, 200, 200),
                        "/whoami/",
                        List.of(200, 200, 200, 200, 200, 200),
                        "/mine/",
                        List.of(302, 200, 200, 200, 200, 302),
                        "/publish/",
                        List.of(302, 403, 403, 200, 200, 302),
                        "/ada/",
                        List.of(302, 200, 403, 403, 403, 302),
                        "/staff/",
                        List.of(302, 403, 200, 403, 200, 302),
                        edit,
                        List.of(302, 200, 403, 403, 200, 302),
                        "/articles/999/edit/",
                        List.of(302, 404, 404, 404, 404, 302));

        List<Client> clients =
                List.of(
                        new Client(),
                        new Client().login(ada),
                        new Client().login(staff),
                        new Client().login(publisher),
                        new Client().login(root),
                        new Client().login(gone));
        expected.forEach((path, statuses) -> {
            for (int i = 0; i < clients.size(); i++) {
                assertThat(clients.get(i).showErrors().get(path).status())
                        .as(path + " for client " + i)
                        .isEqualTo(statuses.get(i));
            }
        });
        assertThat(client.get("mine")).hasHeader("Location", "/accounts/login/?next=/mine/");
    }

    @Test
    void showsInTemplatesWhatAVisitorMay(Client client) {
        ada.userPermissions.add(Permission.named("press.publish_article"));
        for (User author : List.of(ada, User.create("bob", "", "x"))) {
            var article = new Article();
            article.title = "By-" + author.username;
            article.author.set(author);
            article.save();
        }

        assertThat(client.get("articles")).contains("Hello stranger", "mine:", "editable:");
        client.login(ada);
        assertThat(client.get("articles"))
                .contains("Hello ada", "may publish", "in perms", "has press")
                .contains("mine: By-ada")
                .doesNotContain("By-bob");
    }

    @Test
    void closesAWholeSiteButForWhatIsMarkedOpen(Client client) {
        withSettings(
                List.of("LOGIN_URL=/accounts/login/?closed"),
                () -> {
                    assertThat(client.get("/")).isOk();
                    assertThat(client.get("/whoami/"))
                            .hasHeader("Location", "/accounts/login/?closed&next=/whoami/");
                    assertThat(client.get("/accounts/login/")).isOk();
                    client.login(ada);
                    assertThat(client.get("/whoami/")).isOk().contains("ada");
                });
    }
}
