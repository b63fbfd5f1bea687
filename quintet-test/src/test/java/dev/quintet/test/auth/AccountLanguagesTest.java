package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.kernel.context.Context;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Outbox;
import dev.quintet.test.Client;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.SiteTest;
import dev.quintet.test.Testing;
import dev.quintet.test.press.Press;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The pages of accounts in other languages than English.
@SiteTest(Press.class)
class AccountLanguagesTest {

    @Test
    @OverrideSettings("LANGUAGES=en,fr,ar")
    void speakTheLanguageThatTheBrowserAsksFor(Client client) {
        assertThat(client.to("login").header("Accept-Language", "fr").get())
                .isOk()
                .containsSource("<html lang=\"fr\" dir=\"ltr\">")
                .contains("Se connecter")
                .contains("Mot de passe oublié\u00a0?")
                .contains("Nom d’utilisateur");
        assertThat(client.to("password_reset").header("Accept-Language", "ar").get())
                .isOk()
                .containsSource("<html lang=\"ar\" dir=\"rtl\">")
                .contains("هل نسيت كلمة المرور؟");
        assertThat(client.get("login")).isOk().containsSource("<html lang=\"en\" dir=\"ltr\">");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=de")
    void sayWhatIsWrongWithAPassword(Client client) {
        client.login(User.create("ada", "ada@example.com", "a long secret"));

        assertThat(
                        client.postForm(
                                "password_change",
                                Map.of(
                                        "oldPassword", "wrong",
                                        "newPassword1", "12345",
                                        "newPassword2", "12345")))
                .isOk()
                .contains("Ihr altes Passwort stimmt nicht.")
                .contains("Es muss mindestens 8 Zeichen haben.")
                .contains("Dieses Passwort ist zu verbreitet.")
                .contains("Dieses Passwort besteht nur aus Ziffern.");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=es")
    void writeMailInTheLanguageOfTheVisitor(Client client) {
        User.create("ada", "ada@example.com", "a long secret");

        Testing.runOnCommit(
                () -> client.postForm("password_reset", Map.of("email", "ada@example.com")));

        EmailMessage mail = Context.current().get(Outbox.KEY).messages().getLast();
        assertThat(mail.subject()).startsWith("Contraseña nueva en ");
        assertThat(mail.text()).contains("Inicia sesión como: ada");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=ar")
    void sayThatThereIsNoSuchPage(Client client) {
        assertThat(client.get("/nowhere/"))
                .hasStatus(404)
                .containsSource("<html lang=\"ar\" dir=\"rtl\">")
                .contains("غير موجود")
                .contains("لا توجد صفحة في العنوان");
    }
}
