package dev.quintet.test.auth;

import static dev.quintet.test.Testing.at;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.auth.Accounts;
import dev.quintet.auth.LoginThrottle;
import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.kernel.context.Context;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Outbox;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.Testing;
import dev.quintet.test.press.Press;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The pages of accounts, and attacks on them.
@SiteTest(Press.class)
class AccountPagesTest {

    private static final Pattern LINK = Pattern.compile("http://[^/\\s]+(/\\S+)");

    private User ada = new User();

    @BeforeEach
    void ada() {
        ada = User.create("ada", "ada@example.com", "a long secret");
    }

    private static Page login(Client client, String username, String password, String next) {
        return client.to("login")
                .query("next", next)
                .form(Map.of("username", username, "password", password))
                .post();
    }

    private static List<EmailMessage> mails(Testing.Block<RuntimeException> block) {
        Outbox outbox = Context.current().get(Outbox.KEY);
        int before = outbox.messages().size();
        Testing.runOnCommit(block);
        List<EmailMessage> all = outbox.messages();
        return all.subList(before, all.size());
    }

    private static String linkIn(EmailMessage mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return link.group(1);
    }

    @Test
    void goesWhereTheVisitorCameFromAndNowhereElse(Client client) {
        assertThat(client.get("login")).isOk().contains("Sign in");
        assertThat(login(client, "ada", "a long secret", "/mine/")).hasHeader("Location", "/mine/");
        for (String evil :
                List.of(
                        "//evil.test",
                        "https://evil.test/",
                        "/\\evil.test",
                        "\\\\evil.test",
                        "javascript:alert(1)",
                        "///evil.test",
                        "http:///evil.test",
                        " //evil.test")) {
            assertThat(login(new Client(), "ada", "a long secret", evil))
                    .as(evil)
                    .hasHeader("Location", "/");
        }
    }

    @Test
    void saysTheSameWhateverWasWrong(Client client) {
        User.create("gone", "gone@example.com", "a long secret");
        Users.filter(Users.username.eq("gone")).update(Users.isActive.set(false));

        String unknown = login(client, "nobody", "a long secret", "").text();
        String wrong = login(client, "ada", "wrong", "").text();
        String inactive = login(client, "gone", "a long secret", "").text();

        assertThat(unknown).contains("Please enter a correct username and password.");
        assertThat(wrong.replace("ada", "nobody")).isEqualTo(unknown);
        assertThat(inactive.replace("gone", "nobody")).isEqualTo(unknown);
    }

    @Test
    void signsOutByPostOnly(Client client) {
        client.login(ada);

        assertThat(client.showErrors().get("logout")).hasStatus(405);
        assertThat(client.get("whoami")).contains("ada");
        assertThat(client.post("logout")).isOk().contains("Signed out");
        assertThat(client.get("whoami")).contains("AnonymousUser");
    }

    @Test
    void slowsDownWhoTriesPasswords(Client client) {
        for (int i = 0; i < 5; i++) {
            assertThat(login(client, "slow", "wrong" + i, "")).isOk();
        }

        Page sixth = login(client, "slow", "wrong", "");

        assertThat(sixth).hasStatus(429).contains("Too many attempts");
        assertThat(sixth.header("Retry-After")).isNotNull();
        assertThat(login(client, "Slow", "wrong", "")).hasStatus(429);
        // Others are not locked out by it.
        assertThat(login(client, "ada", "a long secret", "")).hasStatus(302);
    }

    @Test
    void countsNoGuessWhereTheCheckItselfFails() {
        LoginThrottle throttle = Accounts.current().throttle();
        Request request = RequestBuilder.post("/accounts/login/").build();

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() ->
                            throttle.attempt(
                                    request,
                                    "ada",
                                    () -> {
                                        throw new IllegalStateException("The disk is full.");
                                    },
                                    _ -> true))
                    .hasMessage("The disk is full.");
        }
    }

    @Test
    void forgetsFailuresWhenThePasswordIsRight(Client client) {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(login(client, "ada", "wrong", "")).isOk();
            }
            assertThat(login(client, "ada", "a long secret", "")).hasStatus(302);
        }
    }

    @Test
    void countsFailuresInTheDatabaseForAllProcesses(Client client) {
        for (int i = 0; i < 5; i++) {
            login(client, "shared", "wrong", "");
        }

        // Another process: the same database, and nothing in memory.
        withSettings(
                List.of("TIME_ZONE=UTC"),
                () -> assertThat(login(new Client(), "shared", "wrong", "")).hasStatus(429));
    }

    @Test
    void changesAPasswordAndEndsOtherSessions(Client client) {
        client.login(ada);
        var elsewhere = new Client().login(ada);

        assertThat(
                        client.postForm(
                                "password_change",
                                Map.of(
                                        "oldPassword", "wrong",
                                        "newPassword1", "brand new words",
                                        "newPassword2", "brand new words")))
                .contains("Your old password was entered incorrectly.");
        assertThat(
                        client.postForm(
                                "password_change",
                                Map.of(
                                        "oldPassword", "a long secret",
                                        "newPassword1", "12345",
                                        "newPassword2", "12345")))
                .contains("This password is too short.", "This password is entirely numeric.");
        assertThat(
                        client.postForm(
                                "password_change",
                                Map.of(
                                        "oldPassword", "a long secret",
                                        "newPassword1", "brand new words",
                                        "newPassword2", "brand new words")))
                .hasHeader("Location", "/accounts/password_change/done/");

        assertThat(client.get("whoami")).contains("ada");
        assertThat(elsewhere.get("whoami")).contains("AnonymousUser");
        assertThat(client.get("password_change_done")).isOk();
    }

    @Test
    void endsTheSessionsOfAllOtherBrowsersWithoutAnotherPassword(Client client) {
        client.login(ada);
        var elsewhere = new Client().login(ada);

        assertThat(client.get("logout_everywhere")).contains("Sign out everywhere else");
        assertThat(client.postForm("logout_everywhere", Map.of("password", "a wrong secret")))
                .contains("Your password was entered incorrectly.");
        assertThat(elsewhere.get("whoami")).contains("ada");
        assertThat(client.postForm("logout_everywhere", Map.of("password", "a long secret")))
                .hasHeader("Location", "/accounts/logout_everywhere/done/");

        assertThat(client.get("whoami")).contains("ada");
        assertThat(client.get("logout_everywhere_done")).isOk();
        assertThat(elsewhere.get("whoami")).contains("AnonymousUser");
        assertThat(login(new Client(), "ada", "a long secret", "")).hasStatus(302);
    }

    @Test
    void setsANewPasswordByALinkThatWorksOnce(Client client) {
        List<EmailMessage> sent =
                mails(() -> client.postForm("password_reset", Map.of("email", "ADA@example.com")));
        assertThat(sent).hasSize(1);
        String link = linkIn(sent.getFirst());

        Page page = client.to(link).follow().get();
        assertThat(page).isOk().contains("Set a new password");
        String form = page.redirects().getLast().toString();
        assertThat(form).doesNotContain(link);
        Map<String, String> words =
                Map.of("newPassword1", "brand new words", "newPassword2", "brand new words");
        String place = link.replaceAll("[^/]+/$", "set-password/");
        assertThat(client.postForm(place, words)).hasHeader("Location", "/accounts/reset/done/");

        assertThat(login(new Client(), "ada", "brand new words", "")).hasStatus(302);
        assertThat(client.to(link).follow().get()).contains("This link is used up");
        assertThat(client.postForm(place, words)).contains("This link is used up");
        assertThat(new Client().get(place)).contains("This link is used up");
    }

    @Test
    void endsLinksWhenTheirTimeIsOverOrSomebodySignsIn(Client client) {
        String link =
                linkIn(
                        mails(() ->
                                        client.postForm(
                                                "password_reset",
                                                Map.of("email", "ada@example.com")))
                                .getFirst());
        at(
                Context.current().clock().instant().plus(Duration.ofDays(4)),
                () -> assertThat(client.to(link).follow().get()).contains("used up"));
        assertThat(new Client().to(link).get()).hasStatus(302);

        login(new Client(), "ada", "a long secret", "");

        assertThat(new Client().to(link).follow().get()).contains("used up");
    }

    @Test
    void tellsNobodyWhoHasAnAccount(Client client) {
        Users.filter(Users.id.eq(ada.id)).update(Users.password.set("!unusable"));

        for (String address : List.of("nobody@example.com", "ada@example.com")) {
            List<EmailMessage> sent =
                    mails(() ->
                            assertThat(client.postForm("password_reset", Map.of("email", address)))
                                    .hasHeader("Location", "/accounts/password_reset/done/"));
            assertThat(sent).isEmpty();
        }
        assertThat(client.get("password_reset_done")).isOk().contains("If there is an account");
    }

    @Test
    void makesAnAccountForWhoseAddressWasProved(Client client) {
        List<EmailMessage> sent =
                mails(() -> client.postForm("register", Map.of("email", "Bob@EXAMPLE.com")));
        assertThat(sent).hasSize(1);
        String link = linkIn(sent.getFirst());
        assertThat(Users.filter(Users.email.eq("Bob@example.com")).exists()).isFalse();

        assertThat(client.to(link).follow().get())
                .isOk()
                .contains("Create your account", "Bob@example.com");
        Page taken = choose(client, "ada", "brand new words");
        assertThat(taken).contains("A user with that username already exists.");
        assertThat(choose(client, "bob", "bob")).contains("This password is too short.");
        assertThat(choose(client, "bob", "brand new words")).hasHeader("Location", "/");

        assertThat(client.get("whoami")).contains("bob");
        assertThat(Users.get(Users.username.eq("bob")).email).isEqualTo("Bob@example.com");
        assertThat(new Client().to(link).follow().get()).contains("used up");
    }

    private static Page choose(Client client, String name, String password) {
        return client.postForm(
                "/accounts/register/choose/",
                Map.of("username", name, "newPassword1", password, "newPassword2", password));
    }

    @Test
    void tellsTheOwnerOfAnAddressThatItHasAnAccountAlready(Client client) {
        List<EmailMessage> sent =
                mails(() ->
                        assertThat(client.postForm("register", Map.of("email", "ada@example.com")))
                                .hasHeader("Location", "/accounts/register/done/"));

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().text()).contains("You have one already", "ada");
    }

    @Test
    void mailsNoMoreThanIsAllowed(Client client) {
        int sent = 0;
        for (int i = 0; i < 8; i++) {
            sent +=
                    mails(() -> client.postForm("register", Map.of("email", "often@example.com")))
                            .size();
        }

        assertThat(sent).isEqualTo(5);
    }

    @Test
    void neverWritesAForgedHostIntoAMail(Client client) {
        List<EmailMessage> sent =
                mails(() ->
                        assertThat(
                                        client.showErrors()
                                                .to("password_reset")
                                                .header("Host", "evil.test")
                                                .form(Map.of("email", "ada@example.com"))
                                                .post())
                                .hasStatus(400));

        assertThat(sent).isEmpty();
    }
}
