package dev.quintet.test.auth;

import static dev.quintet.test.Testing.at;
import static dev.quintet.test.Testing.sent;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.User;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.mfa.Authenticator;
import dev.quintet.mfa.Authenticators;
import dev.quintet.mfa.RecoveryCodes;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in by a password and a code, and attacks on it.
@SiteTest(Vault.class)
class SecondStepTest {

    private static final Pattern SECRET = Pattern.compile("<p class=\"secret\">([A-Z2-7 ]+)</p>");
    private static final Pattern RECOVERY = Pattern.compile("<li>([a-z0-9]{5}-[a-z0-9]{5})</li>");

    private User ada = new User();
    private Instant now = Instant.EPOCH;
    private String secret = "";
    private final List<String> recovery = new ArrayList<>();

    @BeforeEach
    void ada() {
        ada = User.create("ada", "ada@example.com", "a long secret");
        now = Context.current().clock().instant();
    }

    /// Ada has set up an app, a while ago.
    private void enrolled() {
        Client client = new Client().login(ada);
        secret = secretOn(client.get("authenticator_add"));
        Page codes =
                client.postForm(
                        "authenticator_add",
                        Map.of("code", Codes.at(secret, now), "name", "Phone"));
        assertThat(codes).isOk().contains("Your recovery codes");
        recovery.addAll(codesOn(codes));
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        Authenticators.filter(Authenticators.name.eq("Phone"))
                .update(Authenticators.lastStep.set(0L));
    }

    private static String secretOn(Page page) {
        Matcher shown = SECRET.matcher(page.source());
        assertThat(shown.find()).as(page.source()).isTrue();
        return shown.group(1);
    }

    private static List<String> codesOn(Page page) {
        return RECOVERY.matcher(page.source()).results().map(one -> one.group(1)).toList();
    }

    private static Page password(Client client, String next) {
        return client.to("login")
                .query("next", next)
                .form(Map.of("username", "ada", "password", "a long secret"))
                .post();
    }

    private static Page code(Client client, String code) {
        return client.postForm("second_step", Map.of("code", code));
    }

    private Client beforeTheStep() {
        var client = new Client();
        assertThat(password(client, "/mine/")).redirectsTo("second_step");
        return client;
    }

    @Test
    void asksNobodyWhoHasSetUpNone(Client client) {
        assertThat(password(client, "/mine/")).hasHeader("Location", "/mine/");
        assertThat(client.get("whoami")).contains("ada");
    }

    @Test
    void asksForACodeBehindTheRightPassword() {
        enrolled();
        Client client = beforeTheStep();

        assertThat(client.get("second_step"))
                .isOk()
                .contains("One more step", "authenticator app")
                .hasHeader("Cache-Control");
        assertThat(client.get("whoami")).as("nobody yet").contains("AnonymousUser");
        String before = client.cookie("sessionid");
        var events =
                sent(
                        AuthSignals.LOGGED_IN,
                        () ->
                                assertThat(code(client, Codes.at(secret, now)))
                                        .hasHeader("Location", "/mine/"));
        assertThat(events).hasSize(1);
        assertThat(client.get("whoami")).contains("ada");
        assertThat(client.cookie("sessionid")).as("a new session").isNotEqualTo(before);
    }

    @Test
    void letsNobodyPastTheStepByAnotherPage() {
        enrolled();
        Client client = beforeTheStep();

        for (String page : List.of("mine", "security", "authenticator_add", "recovery_codes")) {
            assertThat(client.get(page).header("Location")).as(page).startsWith("/accounts/login/");
        }
        assertThat(client.get("/admin/").header("Location")).startsWith("/admin/login/");
        assertThat(client.post("passkey_add_options").header("Location"))
                .startsWith("/accounts/login/");
        assertThat(client.get("whoami")).contains("AnonymousUser");
    }

    @Test
    void asksForThePasswordFirst(Client client) {
        enrolled();

        assertThat(client.get("second_step")).hasHeader("Location", "/accounts/login/");
        assertThat(code(client, Codes.at(secret, now))).hasHeader("Location", "/accounts/login/");
        assertThat(client.get("whoami")).contains("AnonymousUser");
    }

    @Test
    void takesEachCodeOnce() {
        enrolled();
        String code = Codes.at(secret, now);
        assertThat(code(beforeTheStep(), code)).hasStatus(302);

        Client thief = beforeTheStep();
        assertThat(code(thief, code)).isOk().contains("This code is not right");
        assertThat(code(thief, Codes.at(secret, now.minusSeconds(30))))
                .as("nor one from before")
                .isOk();
        assertThat(code(thief, Codes.at(secret, now.plusSeconds(30)))).hasStatus(302);
    }

    @Test
    void takesCodesOfAClockThatIsHalfAMinuteWrongAndNoMore() {
        enrolled();
        assertThat(code(beforeTheStep(), Codes.at(secret, now.minusSeconds(90)))).isOk();
        assertThat(code(beforeTheStep(), Codes.at(secret, now.plusSeconds(90)))).isOk();
        assertThat(code(beforeTheStep(), Codes.at(secret, now.minusSeconds(30)))).hasStatus(302);
    }

    @Test
    void slowsDownWhoGuessesEvenWhereTheyKnowThePassword() {
        enrolled();
        for (int i = 0; i < 5; i++) {
            // A right password in between clears nothing.
            assertThat(code(beforeTheStep(), "00000" + i)).isOk();
        }

        Page sixth = code(beforeTheStep(), Codes.at(secret, now));
        assertThat(sixth).hasStatus(429).contains("Too many attempts");
        assertThat(sixth.header("Retry-After")).isNotNull();

        at(
                now.plus(Duration.ofMinutes(3)),
                () -> {
                    Instant later = now.plus(Duration.ofMinutes(3));
                    assertThat(code(beforeTheStep(), Codes.at(secret, later))).hasStatus(302);
                });
    }

    @Test
    void stopsWhoGuessesSlowlyAfterTwentyADay() {
        enrolled();
        Instant moment = now;
        int wrong = 0;
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            moment = moment.plus(Duration.ofMinutes(2));
            var status = new ArrayList<Integer>();
            at(moment, () -> status.add(code(beforeTheStep(), "000000").status()));
            if (status.getFirst() == 429) {
                refused++;
            } else {
                wrong++;
            }
        }
        assertThat(wrong).isEqualTo(20);
        assertThat(refused).isEqualTo(5);
    }

    @Test
    void tellsOfWrongCodes() {
        enrolled();
        Client client = beforeTheStep();

        var events = sent(AuthSignals.LOGIN_FAILED, () -> code(client, "000000"));

        assertThat(events).extracting(event -> event.subject()).containsExactly("ada");
    }

    @Test
    void waitsTenMinutesForTheCode() {
        enrolled();
        Client client = beforeTheStep();

        at(
                now.plus(Duration.ofMinutes(11)),
                () -> {
                    Instant later = now.plus(Duration.ofMinutes(11));
                    assertThat(code(client, Codes.at(secret, later)))
                            .hasHeader("Location", "/accounts/login/");
                });
    }

    @Test
    void waitsNoMoreOnceThePasswordHasChangedOrTheAccountIsClosed() {
        enrolled();
        Client client = beforeTheStep();
        ada.isActive = false;
        ada.save();
        assertThat(code(client, Codes.at(secret, now))).hasHeader("Location", "/accounts/login/");
        ada.isActive = true;
        ada.setPassword("another long secret");
        ada.save();
        assertThat(code(client, Codes.at(secret, now))).hasHeader("Location", "/accounts/login/");
    }

    @Test
    void keepsNoSessionThatWasPlanted(Client client) {
        enrolled();
        client.get("authenticator_add");
        var victim = new Client();
        password(victim, "");
        String before = victim.cookie("sessionid");
        password(victim, "");

        assertThat(victim.cookie("sessionid")).isNotEqualTo(before);
    }

    @Test
    void takesRecoveryCodesOnceAndHoweverTheyAreTyped() {
        enrolled();
        String first = recovery.getFirst();

        assertThat(
                        code(
                                beforeTheStep(),
                                first.toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
                .hasStatus(302);
        assertThat(code(beforeTheStep(), first)).as("once").isOk();
        assertThat(code(beforeTheStep(), recovery.get(1))).hasStatus(302);
        assertThat(RecoveryCodes.all().count()).isEqualTo(8);
    }

    @Test
    void keepsNeitherSecretsNorRecoveryCodesAsTheyAre() {
        enrolled();
        Authenticator row = Authenticators.all().list().getFirst();

        assertThat(row.secret).startsWith("1.").doesNotContain(secret.replace(" ", ""));
        assertThat(RecoveryCodes.all().list())
                .allSatisfy(code ->
                        assertThat(recovery).noneMatch(shown -> code.digest.contains(shown)));
        assertThat(row.toString()).isEqualTo("Phone");
    }

    @Test
    void readsSecretsOfAnOlderKeyAndSealsThemAnew() {
        enrolled();
        String old = Context.current().settings().get(KernelSettings.SECRET_KEY);
        String before = Authenticators.all().list().getFirst().secret;

        withSettings(
                settings ->
                        settings.with(KernelSettings.SECRET_KEY, "x".repeat(50))
                                .with(KernelSettings.SECRET_KEY_FALLBACKS, List.of(old)),
                () -> assertThat(code(beforeTheStep(), Codes.at(secret, now))).hasStatus(302));

        assertThat(Authenticators.all().list().getFirst().secret).isNotEqualTo(before);
    }

    // ---- the page where it is set up

    @Test
    void setsUpNothingByAWrongCode(Client client) {
        client.login(ada);
        String shown = secretOn(client.get("authenticator_add"));

        Page wrong =
                client.postForm("authenticator_add", Map.of("code", "000000", "name", "Phone"));

        assertThat(wrong).isOk().contains("This code is not right");
        assertThat(secretOn(wrong)).as("the picture that was read stays").isEqualTo(shown);
        assertThat(Authenticators.all().exists()).isFalse();
        assertThat(wrong).containsSource("<svg class=\"qr\"");
    }

    @Test
    void showsRecoveryCodesOnce(Client client) {
        enrolled();
        client.login(ada);
        assertThat(client.get("security").header("Location")).startsWith("/accounts/second-step/");
        code(client, Codes.at(secret, now));

        assertThat(client.get("security")).isOk().contains("Phone", "10 codes are left.");
        assertThat(codesOn(client.get("recovery_codes"))).isEmpty();
        Page anew = client.post("recovery_codes");
        assertThat(codesOn(anew)).hasSize(10).doesNotContainAnyElementsOf(recovery);
        assertThat(code(beforeTheStep(), recovery.getFirst())).as("an old one").isOk();
        assertThat(code(beforeTheStep(), codesOn(anew).getFirst())).hasStatus(302);
    }

    @Test
    void renamesAndRemoves() {
        enrolled();
        Client client = beforeTheStep();
        code(client, Codes.at(secret, now));
        long id = Authenticators.all().list().getFirst().id;
        String page = "/accounts/security/authenticator/" + id + "/";

        assertThat(client.postForm(page, Map.of("name", "Tablet"))).redirectsTo("security");
        assertThat(client.get("security")).contains("Tablet");
        assertThat(client.postForm(page, Map.of("remove", "1"))).redirectsTo("security");
        assertThat(RecoveryCodes.all().exists()).as("codes for nothing").isFalse();
        assertThat(password(new Client(), "/mine/")).hasHeader("Location", "/mine/");
    }

    @Test
    void touchesNothingOfOthers(Client client) {
        enrolled();
        long id = Authenticators.all().list().getFirst().id;
        client.login(User.create("bob", "", "x")).showErrors();

        String page = "/accounts/security/authenticator/" + id + "/";
        assertThat(client.get(page)).isNotFound();
        assertThat(client.postForm(page, Map.of("remove", "1"))).isNotFound();
        assertThat(Authenticators.all().count()).isEqualTo(1);
    }

    @Test
    void asksForThePasswordOnceMoreBeforeChangesOfAnOldSession(Client client) {
        client.login(ada);

        at(
                now.plus(Duration.ofMinutes(16)),
                () -> {
                    assertThat(client.get("security")).isOk();
                    assertThat(client.get("authenticator_add"))
                            .hasHeader(
                                    "Location",
                                    "/accounts/security/confirm/?next=%2Faccounts%2Fsecurity%2Fauthenticator%2F");
                    var wrong = client.postForm("security_confirm", Map.of("password", "guess"));
                    assertThat(wrong).isOk().contains("entered incorrectly");
                    assertThat(
                                    client.to("security_confirm")
                                            .query("next", "//evil.test")
                                            .form(Map.of("password", "a long secret"))
                                            .post())
                            .redirectsTo("security");
                    assertThat(client.get("authenticator_add")).isOk();
                });
    }

    @Test
    void isGoneWithItsUser() {
        enrolled();
        ada.delete();

        assertThat(Authenticators.all().exists()).isFalse();
        assertThat(RecoveryCodes.all().exists()).isFalse();
    }

    // ---- the admin

    @Test
    void opensTheAdminToStaffOnlyBehindTheStep(Client client) {
        ada.isStaff = true;
        ada.isSuperuser = true;
        ada.save();
        client.login(ada);

        assertThat(client.get("/admin/auth/group/")).redirectsTo("security");
        assertThat(client.get("security")).contains("asks for a second step");
        secret = secretOn(client.get("authenticator_add"));
        assertThat(client.get("/admin/")).as("not by looking at it").redirectsTo("security");
        Page codes =
                client.postForm(
                        "authenticator_add",
                        Map.of("code", Codes.at(secret, now), "name", "Phone"));
        assertThat(codes).containsSource("href=\"/admin/\"");
        assertThat(client.get("/admin/auth/group/")).isOk();

        var another = new Client().login(ada);
        assertThat(another.get("/admin/"))
                .hasHeader("Location", "/accounts/second-step/?next=%2Fadmin%2F");
        assertThat(
                        another.to("second_step")
                                .query("next", "/admin/")
                                .form(Map.of("code", Codes.at(secret, now.plusSeconds(30))))
                                .post())
                .hasHeader("Location", "/admin/");
        assertThat(another.get("/admin/")).isOk();
    }

    @Test
    void asksBehindTheSignInOfTheAdminToo(Client client) {
        enrolled();
        ada.isStaff = true;
        ada.save();

        Page answer =
                client.to("/admin/login/")
                        .query("next", "/admin/")
                        .form(Map.of("username", "ada", "password", "a long secret"))
                        .post();

        assertThat(answer).redirectsTo("second_step");
        assertThat(client.get("whoami")).contains("AnonymousUser");
        assertThat(code(client, Codes.at(secret, now))).hasHeader("Location", "/admin/");
        assertThat(client.get("/admin/")).isOk();
    }

    @Test
    void forgetsThatItWasPassedWhenSomebodyElseSignsIn() {
        enrolled();
        Client client = beforeTheStep();
        code(client, Codes.at(secret, now));
        User root = User.createSuperuser("root", "", "x");

        client.to("login").form(Map.of("username", "root", "password", "x")).post();

        assertThat(client.get("whoami")).contains("root");
        assertThat(client.get("/admin/")).redirectsTo("security");
        assertThat(root.isStaff).isTrue();
    }
}
