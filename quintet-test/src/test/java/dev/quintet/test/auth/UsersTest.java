package dev.quintet.test.auth;

import static dev.quintet.test.Testing.assertQueries;
import static dev.quintet.test.Testing.sent;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.Credentials;
import dev.quintet.auth.Group;
import dev.quintet.auth.Permission;
import dev.quintet.auth.PermissionRows;
import dev.quintet.auth.Permissions;
import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.test.SiteTest;
import dev.quintet.test.press.Article;
import dev.quintet.test.press.Press;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest(Press.class)
class UsersTest {

    private User ada = new User();

    @BeforeEach
    void ada() {
        ada = User.create("ada", "Ada@EXAMPLE.com", "a long secret");
    }

    @Test
    void normalisesNamesAndAddresses() {
        User ligature = User.create("ﬁeld", "", "x");

        assertThat(ada.email).isEqualTo("Ada@example.com");
        assertThat(ligature.username).isEqualTo("field");
        assertThat(Accounts.current().byUsername("ﬁeld")).isEqualTo(ligature);
        assertThatThrownBy(() -> User.create("", "", "x"))
                .isInstanceOf(QuintetException.class)
                .hasMessageContaining("auth.E009");
    }

    @Test
    void keepsNoPasswordAsItIs() {
        assertThat(ada.password).startsWith("md5$").doesNotContain("a long secret");
        assertThat(ada.checkPassword("a long secret")).isTrue();
        assertThat(ada.checkPassword("another")).isFalse();
        assertThat(User.create("bob", "", null).hasUsablePassword()).isFalse();
    }

    @Test
    void makesSuperusers() {
        User root = User.createSuperuser("root", "", "x");

        assertThat(root.isStaff).isTrue();
        assertThat(root.isSuperuser).isTrue();
        assertThat(root.hasPermission("anything.at_all")).isTrue();
        root.isActive = false;
        assertThat(root.hasPermission("anything.at_all")).isFalse();
    }

    @Test
    void makesSuperusersByACommandUnlessTheirPasswordIsWeak() {
        String[] words = {
            "createsuperuser", "--no-input", "--username", "root", "--email", "root@example.com"
        };

        for (String weak : List.of("", "password", "123", "root@example.com")) {
            withSettings(
                    List.of("SUPERUSER_PASSWORD=" + weak),
                    () ->
                            assertThatThrownBy(() -> Commands.call(Context.current(), words))
                                    .isInstanceOf(CommandException.class)
                                    .hasMessageContaining("SUPERUSER_PASSWORD"));
        }
        assertThat(Users.filter(Users.username.eq("root")).exists()).isFalse();
        withSettings(
                List.of("SUPERUSER_PASSWORD=a long secret"),
                () -> Commands.call(Context.current(), words));
        User root = Users.get(Users.username.eq("root"));
        assertThat(root.isSuperuser).isTrue();
        assertThat(root.checkPassword("a long secret")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createsuperuser", "changepassword ada"})
    void asksNobodyWhereThereIsNoTerminal(String command) {
        assertThatThrownBy(() -> Commands.call(Context.current(), command.split(" ")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("auth.E013");
    }

    @Test
    void knowsWhoProvesToBeSomebody() {
        var right = new Credentials.Password("ada", "a long secret");
        var wrong = new Credentials.Password("ada", "another");

        assertThat(Auth.authenticate(null, right)).contains(ada);
        var failed =
                sent(
                        AuthSignals.LOGIN_FAILED,
                        () -> assertThat(Auth.authenticate(null, wrong)).isEmpty());
        assertThat(failed).extracting(AuthSignals.LoginFailed::subject).containsExactly("ada");
        assertThat(wrong.toString()).doesNotContain("another");

        ada.isActive = false;
        ada.save();
        assertThat(Auth.authenticate(null, right)).isEmpty();
    }

    @Test
    void grantsWhatUsersAndTheirGroupsHaveByOneStatement() {
        var editors = new Group();
        editors.name = "Editors";
        editors.save();
        editors.permissions.add(Permission.named("press.change_article"));
        ada.groups.add(editors);
        ada.userPermissions.add(Permission.named("press.publish_article"));
        User fresh = Users.get(Users.id.eq(ada.id));

        Set<String> all = assertQueries(1, () -> fresh.allPermissions());

        assertThat(all).containsExactlyInAnyOrder("press.change_article", "press.publish_article");
        assertQueries(
                0,
                () -> {
                    assertThat(fresh.hasPermission("press.change_article")).isTrue();
                    assertThat(fresh.hasPermission("press.delete_article")).isFalse();
                    assertThat(fresh.hasModulePermissions("press")).isTrue();
                    assertThat(fresh.hasModulePermissions("auth")).isFalse();
                });
    }

    @Test
    void makesFourPermissionsForEachModelAndItsOwn(Context site) {
        assertThat(
                        Permissions.filter(Permissions.contentType.model.eq("article"))
                                .valuesFlat("codename"))
                .containsExactly(
                        "add_article",
                        "change_article",
                        "delete_article",
                        "publish_article",
                        "view_article");
        assertThat(Permission.named("auth.view_user").name).isEqualTo("Can view user");
        assertThat(PermissionRows.createMissing(site, "default")).isEmpty();
    }

    @Test
    void hasTheTablesThatItsMigrationsMake(Context site) {
        var missing = ProjectMigrations.of(site).missing(Set.of(), Questioner.silent(), "later");

        assertThat(missing).isEmpty();
    }

    @Test
    void letsOneRuleDecideForListsAndObjects() {
        var mine = article("Mine", ada);
        var other = article("Other", User.create("bob", "", "x"));

        assertThat(Article.EDIT.filter(ada, dev.quintet.test.press.Articles.all()))
                .containsExactly(mine);
        assertThat(assertQueries(1, () -> ada.hasPermission("press.change_article", mine)))
                .isTrue();
        assertThat(ada.hasPermission("press.change_article", other)).isFalse();
        assertThat(ada.hasPermission("press.delete_article", mine)).isFalse();
    }

    private static Article article(String title, User author) {
        var article = new Article();
        article.title = title;
        article.author.set(author);
        article.save();
        return article;
    }

    @Test
    void tellsNothingSecretOfAUser() {
        assertThat(String.valueOf(ada.templateAttribute("password"))).isEqualTo("****");
        assertThat(ada.templateAttribute("is_authenticated")).isEqualTo(true);
        assertThat(ada.templateAttribute("is_staff")).isEqualTo(false);
        assertThat(List.of(ada).toString()).isEqualTo("[ada]");
        assertThat(AbstractBaseUser.normalizeEmail("A@B@C.Org")).isEqualTo("A@B@c.org");
    }
}
