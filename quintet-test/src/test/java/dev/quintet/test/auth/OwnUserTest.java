package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.auth.Accounts;
import dev.quintet.auth.AuthException;
import dev.quintet.auth.User;
import dev.quintet.kernel.context.Context;
import dev.quintet.mail.Outbox;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.Testing;
import dev.quintet.test.club.Club;
import dev.quintet.test.club.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A user model of a site's own, who sign in by e-mail address.
@SiteTest(Club.class)
class OwnUserTest {

    private Member ada = new Member();

    @BeforeEach
    void ada() {
        ada = Accounts.create(Member.class, "Ada@EXAMPLE.com", "a long secret", _ -> {});
    }

    @Test
    void signsInByAddress(Client client) {
        assertThat(ada.email).isEqualTo("Ada@example.com");
        assertThat(client.get("login")).contains("Email");
        assertThat(
                        client.postForm(
                                "login",
                                Map.of("username", "Ada@Example.COM", "password", "a long secret")))
                .hasStatus(302);

        assertThat(client.get("me")).contains("Ada@example.com");
    }

    @Test
    void entersTheAdminByAddress(Client client) {
        Accounts.createSuperuser(Member.class, "root@example.com", "a long secret", _ -> {});
        var sent = Map.of("username", "root@example.com", "password", "a long secret");

        client.postForm(
                "/admin/login/",
                Map.of("username", "ada@example.com", "password", "a long secret"));
        assertThat(client.get("/admin/")).hasStatus(302);
        assertThat(client.postForm("/admin/login/", sent)).redirectsTo("/admin/");
        assertThat(client.get("/admin/")).isOk().contains("root@example.com");
    }

    @Test
    void takesThePlaceOfDjangosUser(Context site) {
        assertThat(site.get(Models.KEY).list())
                .extracting(model -> model.state().label())
                .contains("club.Member", "auth.Group", "auth.Permission")
                .doesNotContain("auth.User", "auth_tokens.ApiToken");
        assertThatThrownBy(() -> User.create("ada", "", "x"))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("auth.E006");
        assertThat(Accounts.createSuperuser(Member.class, "root@example.com", "x", _ -> {}))
                .matches(Member::superuser)
                .matches(root -> root.hasPermission("anything.at_all"));
        assertThat(ada.hasPermission("anything.at_all")).isFalse();
    }

    @Test
    void setsANewPasswordByMail(Client client) {
        Testing.runOnCommit(
                () -> client.postForm("password_reset", Map.of("email", "ada@example.com")));

        assertThat(Context.current().get(Outbox.KEY).messages().getLast().text())
                .contains("/accounts/reset/", "Ada@example.com");
    }

    @Test
    void registersByAddressAlone(Client client) {
        Testing.runOnCommit(() -> client.postForm("register", Map.of("email", "bob@example.com")));
        String mail = Context.current().get(Outbox.KEY).messages().getLast().text();
        String link = mail.replaceAll("(?s).*http://[^/]+(/accounts/register/\\S+).*", "$1");

        assertThat(client.to(link).follow().get()).isOk().doesNotContain("Username");
        client.postForm(
                "/accounts/register/choose/",
                Map.of("newPassword1", "brand new words", "newPassword2", "brand new words"));

        assertThat(client.get("me")).contains("bob@example.com");
    }

    @Test
    void hasNoTableOfDjangosUser(Database database) {
        assertThatThrownBy(() -> database.execute(List.of("SELECT 1 FROM auth_user")))
                .hasMessageContaining("auth_user");
    }
}
