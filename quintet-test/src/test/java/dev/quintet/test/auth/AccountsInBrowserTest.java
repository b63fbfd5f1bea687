package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.context.Context;
import dev.quintet.mail.Outbox;
import dev.quintet.test.Chromium;
import dev.quintet.test.LiveServer;
import dev.quintet.test.NeedsChromium;
import dev.quintet.test.SiteTest;
import dev.quintet.test.press.Press;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An account from its first day to its last, in a real browser. Pictures of the pages lie in
/// `target/pictures` then.
@SiteTest(Press.class)
@NeedsChromium
class AccountsInBrowserTest {

    @TempDir private Path folder;
    private Chromium page;

    @BeforeEach
    void open() throws IOException {
        page = Chromium.open(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        page.close();
    }

    /// Looks at a page on phones and on a desk, by day and by night: nothing sticks out at the
    /// side.
    private void looksFine(String name) throws IOException {
        Pictures.looksFine(page, name, 360, 390, 1366);
    }

    /// Fills in the form as it comes, from its first control on, by the keyboard alone.
    private void fillIn(String... texts) {
        page.run("document.querySelector('main form input:not([type=hidden])').select()");
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                page.press("Tab");
            }
            page.type(texts[i]);
        }
    }

    private void send(String... texts) {
        fillIn(texts);
        page.leaveBy("Enter");
    }

    private void press(String link) {
        page.leave(
                "[...document.querySelectorAll('a')].find(a => a.innerText === '"
                        + link
                        + "').click()");
    }

    private static String linkInLastMail() {
        String text = Context.current().get(Outbox.KEY).messages().getLast().text();
        return text.replaceAll("(?s).*(http://\\S+).*", "$1");
    }

    private void signOut() {
        page.leave(
                "f = document.createElement('form'), f.method = 'post', f.action ="
                        + " '/accounts/logout/', document.body.append(f), f.submit()");
    }

    @Test
    void livesThroughAllOfItsPages(LiveServer server) throws IOException {
        page.go(server.url("register"));
        looksFine("register");
        send("bob@example.com");
        assertThat(page.text()).contains("Look into your mail");
        looksFine("register-done");
        page.go(linkInLastMail());
        assertThat(page.text()).contains("Create your account", "bob@example.com");
        send("bob", "bob", "bob");
        assertThat(page.text()).contains("This password is too short.");
        assertThat(page.spoken())
                .anyMatch(line ->
                        line.startsWith("textbox 'New password confirmation' (")
                                && line.contains("This password is too short.")
                                && line.contains("invalid"));
        looksFine("register-confirm");
        send("bob", "brand new words", "brand new words");
        page.go(server.url("whoami"));
        assertThat(page.text()).isEqualTo("bob");

        page.go(server.url("password_change"));
        looksFine("password-change");
        send("brand new words", "newer words still", "newer words still");
        assertThat(page.text()).contains("Password changed");
        looksFine("password-changed");
        signOut();
        assertThat(page.text()).contains("Signed out");
        looksFine("signed-out");

        page.go(server.url("mine"));
        assertThat(page.run("location.search")).isEqualTo("?next=/mine/");
        send("bob", "brand new words");
        assertThat(page.text()).contains("Please enter a correct username and password.");
        assertThat(page.spoken()).anyMatch(line -> line.startsWith("alert"));
        looksFine("login");
        press("Forgotten your password?");
        looksFine("reset");
        send("bob@example.com");
        assertThat(page.text()).contains("If there is an account with that address");
        looksFine("reset-done");
        String link = linkInLastMail();
        page.go(link);
        looksFine("reset-confirm");
        send("words of a third kind", "words of a third kind");
        assertThat(page.text()).contains("Your new password is set.");
        page.go(link);
        assertThat(page.text()).contains("This link is used up");
        looksFine("reset-used");

        page.go(server.url("mine"));
        send("bob", "words of a third kind");
        assertThat(page.text()).isEqualTo("mine");
        assertThat(page.run("location.pathname")).isEqualTo("/mine/");
        assertThat(page.complaints()).noneMatch(line -> line.contains("Content Security"));
    }

    @Test
    void tellsAScreenReaderWhatItIsAsked(LiveServer server) {
        page.go(server.url("login"));

        assertThat(page.spoken())
                .anyMatch(
                        line -> line.startsWith("textbox 'Username'") && line.contains("required"))
                .anyMatch(
                        line -> line.startsWith("textbox 'Password'") && line.contains("required"))
                .contains("button 'Sign in'", "link 'Forgotten your password?'");
        assertThat(page.run("document.activeElement.name")).isEqualTo("username");
        assertThat(
                        page.run(
                                "[...document.querySelectorAll('input[autocomplete]')].map(e =>"
                                        + " e.autocomplete)"))
                .isEqualTo(List.of("username", "current-password"));
    }
}
