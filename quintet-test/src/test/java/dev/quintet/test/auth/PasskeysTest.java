package dev.quintet.test.auth;

import static dev.quintet.test.Testing.at;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.kernel.context.Context;
import dev.quintet.mfa.Passkey;
import dev.quintet.mfa.Passkeys;
import dev.quintet.mfa.RecoveryCodes;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.vault.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in by passkeys, and attacks that no browser would help with.
@SiteTest(Vault.class)
class PasskeysTest {

    private User ada = new User();

    @BeforeEach
    void ada() {
        ada = User.create("ada", "ada@example.com", "a long secret");
    }

    private static Map<?, ?> options(Client client, String page) {
        return (Map<?, ?>) Objects.requireNonNull(client.to(page).post().json());
    }

    private static Page enrol(Client client, String answer) {
        return client.postForm("passkey_add", Map.of("name", "Laptop", "credential", answer));
    }

    private static SoftKey enrolled(User user) {
        var key = new SoftKey(user.username);
        key.origin = origin();
        key.domain = domain();
        Client client = new Client().login(user);
        Page page = enrol(client, key.made(options(client, "passkey_add_options")));
        assertThat(page).isOk().contains("Your recovery codes");
        key.count++;
        return key;
    }

    /// As the client of these tests is asked for.
    private static String origin() {
        return "http://" + domain();
    }

    private static String domain() {
        Map<?, ?> options = options(new Client(), "passkey_login_options");
        return String.valueOf(options.get("rpId"));
    }

    private static Page signIn(Client client, String answer) {
        return client.postForm("passkey_login", Map.of("credential", answer, "next", "/mine/"));
    }

    private static String who(Client client) {
        return client.get("whoami").text();
    }

    @Test
    void signsInWithoutANameAndCountsAsBothSteps(Client client) {
        ada.isStaff = true;
        ada.save();
        SoftKey key = enrolled(ada);
        Map<?, ?> options = options(client, "passkey_login_options");
        assertThat(options.get("userVerification")).isEqualTo("required");
        assertThat(options.get("allowCredentials")).as("it names nobody").isEqualTo(List.of());
        String before = client.cookie("sessionid");

        assertThat(signIn(client, key.signed(options))).hasHeader("Location", "/mine/");

        assertThat(who(client)).isEqualTo("ada");
        assertThat(client.cookie("sessionid")).isNotEqualTo(before);
        assertThat(client.get("/admin/")).isOk();
        Passkey row = Passkeys.all().list().getFirst();
        assertThat(row.signCount).isEqualTo(2);
        assertThat(row.lastUsed).isNotNull();
    }

    @Test
    void goesNowhereOffTheSite(Client client) {
        SoftKey key = enrolled(ada);
        String answer = key.signed(options(client, "passkey_login_options"));

        assertThat(
                        client.postForm(
                                "passkey_login",
                                Map.of("credential", answer, "next", "//evil.test")))
                .redirectsTo("whoami");
    }

    @Test
    void tellsDevicesNothingOfWhoTheUserIs() {
        SoftKey key = enrolled(ada);
        Client client = new Client().login(ada);
        client.postForm(
                "second_step",
                Map.of("credential", key.signed(options(client, "second_step_options"))));

        Map<?, ?> made = options(client, "passkey_add_options");

        Map<?, ?> user = (Map<?, ?>) made.get("user");
        assertThat(String.valueOf(user.get("id"))).hasSize(43);
        assertThat((List<?>) made.get("excludeCredentials")).hasSize(1);
        assertThat(made.get("attestation")).isEqualTo("none");
    }

    @Test
    void takesEachChallengeOnce(Client client) {
        SoftKey key = enrolled(ada);
        String answer = key.signed(options(client, "passkey_login_options"));
        assertThat(signIn(client, answer)).hasStatus(302);

        client.post("logout");
        assertThat(signIn(client, answer)).hasStatus(400);
        assertThat(signIn(new Client(), answer)).as("in another browser").hasStatus(400);
        options(client, "passkey_login_options");
        assertThat(signIn(client, answer)).as("under a new challenge").hasStatus(400);
        assertThat(who(client)).isEqualTo("AnonymousUser");
    }

    @Test
    void takesAChallengeForItsOwnUseOnly(Client client) {
        SoftKey key = enrolled(ada);
        Client mine = new Client().login(ada);
        Map<?, ?> forTheStep = options(mine, "second_step_options");
        assertThat(signIn(mine, key.signed(forTheStep))).hasStatus(400);

        options(client, "passkey_login_options");
        at(
                Context.current().clock().instant().plus(Duration.ofMinutes(6)),
                () -> {
                    var late = new Client();
                    Map<?, ?> asked = options(late, "passkey_login_options");
                    assertThat(signIn(late, key.signed(asked))).hasStatus(302);
                });
        Map<?, ?> asked = options(client, "passkey_login_options");
        at(
                Context.current().clock().instant().plus(Duration.ofMinutes(6)),
                () -> assertThat(signIn(client, key.signed(asked))).hasStatus(400));
    }

    @Test
    void believesNoOtherOriginAndNoOtherDomain(Client client) {
        SoftKey key = enrolled(ada);
        String right = key.origin;
        for (String evil :
                List.of("http://evil.test", "https://" + key.domain, right + ":8443", "null", "")) {
            key.origin = evil;
            assertThat(signIn(client, key.signed(options(client, "passkey_login_options"))))
                    .as(evil)
                    .hasStatus(400);
        }
        key.origin = right;
        key.domain = "evil.test";
        assertThat(signIn(client, key.signed(options(client, "passkey_login_options"))))
                .hasStatus(400);
        assertThat(who(client)).isEqualTo("AnonymousUser");
    }

    @Test
    void refusesACopyWhoseCounterWentBack(Client client) {
        SoftKey key = enrolled(ada);
        key.count = 7;
        assertThat(signIn(client, key.signed(options(client, "passkey_login_options"))))
                .hasStatus(302);
        for (int count : new int[] {7, 6, 0}) {
            key.count = count;
            var thief = new Client();
            assertThat(signIn(thief, key.signed(options(thief, "passkey_login_options"))))
                    .as("count " + count)
                    .hasStatus(400);
        }
        key.count = 8;
        assertThat(signIn(client, key.signed(options(client, "passkey_login_options"))))
                .hasStatus(302);
    }

    @Test
    void wantsTheDeviceToKnowItsUserWhereThereIsNoPassword(Client client) {
        SoftKey key = enrolled(ada);
        key.verifies = false;

        assertThat(signIn(client, key.signed(options(client, "passkey_login_options"))))
                .hasStatus(400);
    }

    @Test
    void believesNoOtherKeyUnderTheSameName(Client client) {
        enrolled(ada);
        var forged = new SoftKey("ada");
        forged.origin = origin();
        forged.domain = domain();

        assertThat(signIn(client, forged.signed(options(client, "passkey_login_options"))))
                .hasStatus(400);
    }

    @Test
    void letsNobodyInWhoseAccountIsClosed(Client client) {
        SoftKey key = enrolled(ada);
        ada.isActive = false;
        ada.save();

        assertThat(signIn(client, key.signed(options(client, "passkey_login_options"))))
                .hasStatus(400);
        assertThat(who(client)).isEqualTo("AnonymousUser");
    }

    @Test
    void answersWhateverIsSentWithoutFalling(Client client) {
        enrolled(ada);
        for (String nonsense :
                List.of(
                        "",
                        "{}",
                        "[]",
                        "null",
                        "{\"id\":1}",
                        "x".repeat(50_000),
                        "{\"response\":{}}")) {
            options(client, "passkey_login_options");
            assertThat(signIn(client, nonsense)).as(nonsense).hasStatus(400);
        }
    }

    @Test
    void servesAsSecondStep() {
        SoftKey key = enrolled(ada);
        User bob = User.create("bob", "", "x");
        SoftKey bobs = enrolled(bob);
        var client = new Client();
        assertThat(
                        client.to("login")
                                .query("next", "/mine/")
                                .form(Map.of("username", "ada", "password", "a long secret"))
                                .post())
                .redirectsTo("second_step");
        assertThat(client.get("second_step"))
                .contains("Use your passkey")
                .containsSource("data-passkey");

        Map<?, ?> options = options(client, "second_step_options");
        assertThat((List<?>) options.get("allowCredentials")).hasSize(1);
        assertThat(client.postForm("second_step", Map.of("credential", bobs.signed(options))))
                .as("Bob's does not do")
                .hasStatus(400)
                .contains("This passkey was not accepted.");
        assertThat(who(client)).isEqualTo("AnonymousUser");

        // Behind a password it is enough to have the device.
        key.verifies = false;
        String answer = key.signed(options(client, "second_step_options"));
        assertThat(client.postForm("second_step", Map.of("credential", answer)))
                .hasHeader("Location", "/mine/");
        assertThat(who(client)).isEqualTo("ada");
    }

    @Test
    void makesNoPasskeyOfWhatWasNotAskedFor(Client client) {
        client.login(ada);
        var key = new SoftKey("mine");
        key.origin = origin();
        key.domain = domain();
        String answer = key.made(options(client, "passkey_add_options"));

        assertThat(enrol(new Client().login(ada), answer))
                .as("in another session")
                .contains("This passkey was not accepted.");
        assertThat(enrol(client, answer)).contains("Your recovery codes");
        assertThat(enrol(client, answer)).as("twice").contains("This passkey was not accepted.");
        key.verifies = false;
        assertThat(enrol(client, key.made(options(client, "passkey_add_options"))))
                .contains("This passkey was not accepted.");
        assertThat(Passkeys.all().count()).isEqualTo(1);
    }

    @Test
    void givesAPasskeyToOneUserOnly() {
        SoftKey key = enrolled(ada);
        Client bob = new Client().login(User.create("bob", "", "x"));

        assertThat(enrol(bob, key.made(options(bob, "passkey_add_options"))))
                .contains("This passkey was not accepted.");
        assertThat(Passkeys.all().count()).isEqualTo(1);
    }

    @Test
    void belongsToADomainAboveTheHostWhereTheSiteSaysSo(Client client) {
        withSettings(
                List.of("PASSKEY_RP_ID=example.com", "MFA_ISSUER=The Vault"),
                () -> {
                    client.login(ada);
                    Map<?, ?> options = options(client, "passkey_add_options");
                    assertThat(options.get("rp"))
                            .isEqualTo(Map.of("id", "example.com", "name", "The Vault"));
                });
    }

    @Test
    void isRenamedRemovedAndGoneWithItsUser() {
        SoftKey key = enrolled(ada);
        Client client = new Client();
        signIn(client, key.signed(options(client, "passkey_login_options")));
        long id = Passkeys.all().list().getFirst().id;
        String page = "/accounts/security/passkey/" + id + "/";
        assertThat(client.postForm(page, Map.of("name", "<b>Key</b>"))).redirectsTo("security");
        assertThat(client.get("security")).contains("<b>Key</b>");
        Client bob = new Client().login(User.create("bob", "", "x")).showErrors();
        assertThat(bob.postForm(page, Map.of("remove", "1"))).isNotFound();
        assertThat(client.postForm(page, Map.of("remove", "1"))).redirectsTo("security");
        assertThat(Passkeys.all().exists()).isFalse();
        assertThat(RecoveryCodes.all().exists()).isFalse();

        enrolled(ada);
        ada.delete();
        assertThat(Passkeys.all().exists()).isFalse();
    }
}
