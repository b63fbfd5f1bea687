package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.kernel.context.Context;
import dev.quintet.mfa.Authenticators;
import dev.quintet.mfa.Passkeys;
import dev.quintet.test.Chromium;
import dev.quintet.test.LiveServer;
import dev.quintet.test.NeedsChromium;
import dev.quintet.test.SiteTest;
import dev.quintet.test.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Authenticator apps and passkeys in a real browser, whose device is one of its own making.
/// Pictures of the pages lie in `target/pictures` then.
@SiteTest(Vault.class)
@NeedsChromium
class SecondStepInBrowserTest {

    @TempDir private Path folder;
    private Chromium page;
    private String site = "";

    @BeforeEach
    void open() throws IOException {
        page = Chromium.open(folder.resolve("profile"));
        User.create("ada", "ada@example.com", "a long secret");
    }

    @AfterEach
    void close() {
        page.close();
    }

    /// Browsers make no passkeys for bare numbers.
    private void at(LiveServer server) {
        site = "http://localhost:" + server.port();
    }

    private void device() {
        page.command("WebAuthn.enable", Map.of());
        page.command(
                "WebAuthn.addVirtualAuthenticator",
                Map.of(
                        "options",
                        Map.of(
                                "protocol", "ctap2",
                                "transport", "internal",
                                "hasResidentKey", true,
                                "hasUserVerification", true,
                                "isUserVerified", true,
                                "automaticPresenceSimulation", true)));
    }

    private void looksFine(String name) throws IOException {
        Pictures.looksFine(page, name, 390, 1366);
    }

    private void send(String... texts) {
        page.run("document.querySelector('main form input:not([type=hidden])').select()");
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                page.press("Tab");
            }
            page.type(texts[i]);
        }
        page.leaveBy("Enter");
    }

    private void press(String text) {
        page.leave(
                "[...document.querySelectorAll('a, button')].find(a => a.innerText === '"
                        + text
                        + "').click()");
    }

    private void signOut() {
        page.leave(
                "f = document.createElement('form'), f.method = 'post', f.action ="
                        + " '/accounts/logout/', document.body.append(f), f.submit()");
    }

    private String secretOnPage() {
        return String.valueOf(page.run("document.querySelector('.secret').innerText"));
    }

    private static String code(String secret) {
        return Codes.at(secret, Context.current().clock().instant());
    }

    @Test
    void setsUpAnAppAndSignsInByItWithoutScripts(LiveServer server) throws IOException {
        at(server);
        page.scripts(false);
        page.go(site + "/accounts/login/");
        assertThat(page.text()).doesNotContain("passkey");
        send("ada", "a long secret");
        page.go(site + "/accounts/security/");
        looksFine("security-empty");
        press("Add an authenticator app");
        looksFine("authenticator-add");
        String secret = secretOnPage();
        send(code(secret));
        assertThat(page.text()).contains("Your recovery codes");
        looksFine("recovery-codes");
        String recovery = String.valueOf(page.run("document.querySelector('.codes li').innerText"));
        press("I have kept them");
        assertThat(page.text()).contains("Authenticator app", "10 codes are left.");
        looksFine("security");

        signOut();
        page.go(site + "/mine/");
        send("ada", "a long secret");
        assertThat(page.text()).contains("One more step");
        assertThat(page.run("document.activeElement.name")).isEqualTo("code");
        looksFine("second-step");
        send("000000");
        assertThat(page.text()).contains("This code is not right.");
        assertThat(page.spoken())
                .anyMatch(line -> line.startsWith("textbox 'Code'") && line.contains("invalid"));
        looksFine("second-step-wrong");
        send(recovery);
        assertThat(page.text()).isEqualTo("mine");
        assertThat(Authenticators.all().count()).isEqualTo(1);
    }

    @Test
    void makesAPasskeyAndSignsInByItAlone(LiveServer server) throws IOException {
        at(server);
        device();
        page.go(site + "/accounts/login/");
        assertThat(page.text()).contains("Sign in with a passkey");
        looksFine("login-passkey");
        send("ada", "a long secret");
        page.go(site + "/accounts/security/passkey/");
        looksFine("passkey-add");
        press("Add");
        assertThat(page.text()).contains("Your recovery codes");
        assertThat(Passkeys.all().list())
                .singleElement()
                .satisfies(one -> assertThat(one.transports).isEqualTo("internal"));

        signOut();
        page.go(site + "/accounts/login/?next=/mine/");
        press("Sign in with a passkey");
        assertThat(page.text()).isEqualTo("mine");
        page.go(site + "/whoami/");
        assertThat(page.text()).isEqualTo("ada");
        page.go(site + "/accounts/security/");
        looksFine("security-passkey");
        assertThat(page.complaints()).noneMatch(line -> line.contains("Content Security"));

        signOut();
        page.go(site + "/accounts/login/");
        send("ada", "a long secret");
        assertThat(page.text()).contains("Use your passkey");
        looksFine("second-step-passkey");
        press("Use a passkey");
        assertThat(page.run("location.pathname")).isEqualTo("/whoami/");
        assertThat(page.text()).isEqualTo("ada");
    }

    @Test
    void saysSoWhenNoPasskeyIsThere(LiveServer server) throws IOException {
        at(server);
        device();
        page.go(site + "/accounts/login/");
        page.command("WebAuthn.disable", Map.of());
        device();

        page.run(
                "[...document.querySelectorAll('button')].find(a => a.innerText === 'Sign in with a"
                        + " passkey').click()");
        page.await("!document.querySelector('[data-failed]').hidden");

        assertThat(page.text()).contains("No passkey was used.");
        assertThat(page.spoken()).anyMatch(line -> line.startsWith("alert"));
        assertThat(List.of(page.run("document.querySelector('.way button').disabled")))
                .containsExactly(false);
    }

    @Test
    void bringsAButtonToTheSignInOfTheAdmin(LiveServer server) throws IOException {
        at(server);
        User root = User.createSuperuser("root", "", "x");
        assertThat(root.isStaff).isTrue();
        device();
        page.go(site + "/admin/login/?next=/admin/");
        looksFine("admin-login-passkey");
        send("root", "x");
        assertThat(page.text()).contains("asks for a second step");
        page.go(site + "/accounts/security/passkey/");
        press("Add");
        press("I have kept them");
        assertThat(page.run("location.pathname")).isEqualTo("/admin/");
        signOut();
        page.go(site + "/admin/login/?next=/admin/");
        press("Sign in with a passkey");
        assertThat(page.run("location.pathname")).isEqualTo("/admin/");
    }
}
