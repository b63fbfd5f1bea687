package dev.quintet.test.auth;

import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.Accounts;
import dev.quintet.auth.adminlog.AdminLogApp;
import dev.quintet.auth.drf.DrfTokensApp;
import dev.quintet.auth.tokens.TokensApp;
import dev.quintet.http.QueryParams;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.mfa.Authenticators;
import dev.quintet.mfa.RecoveryCodes;
import dev.quintet.oidc.Identities;
import dev.quintet.oidc.OidcSettings;
import dev.quintet.oidc.Provider;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.guild.Fellow;
import dev.quintet.test.guild.Fellows;
import dev.quintet.test.guild.Guild;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Second steps and accounts elsewhere of users whose keys are random, and no numbers.
@SiteTest(Guild.class)
class RandomKeysTest {

    private static final Pattern SECRET = Pattern.compile("<p class=\"secret\">([A-Z2-7 ]+)</p>");

    @Test
    void aSecondStepIsSetUpAskedForAndGoneWithItsUser(Client client) {
        Fellow ada = Accounts.create(Fellow.class, "ada@example.com", "a long secret", _ -> {});
        Instant now = Context.current().clock().instant();
        client.login(ada);
        Matcher secret = SECRET.matcher(client.get("authenticator_add").source());
        assertThat(secret.find()).isTrue();
        String first = Codes.at(secret.group(1), now);
        assertThat(client.postForm("authenticator_add", Map.of("code", first, "name", "Phone")))
                .contains("Your recovery codes");
        assertThat(Authenticators.all().list().getFirst().userKey).isEqualTo(ada.id.toString());

        var another = new Client();
        assertThat(
                        another.postForm(
                                "login",
                                Map.of("username", "ada@example.com", "password", "a long secret")))
                .redirectsTo("second_step");
        String next = Codes.at(secret.group(1), now.plusSeconds(30));
        assertThat(another.postForm("second_step", Map.of("code", next))).redirectsTo("whoami");
        assertThat(another.get("whoami")).contains("ada@example.com");

        ada.delete();
        assertThat(Authenticators.all().exists() || RecoveryCodes.all().exists()).isFalse();
    }

    @Test
    void anAccountElsewhereIsConnectedAndKnownAgain() throws IOException {
        try (var provider = new MockProvider()) {
            withSettings(
                    settings ->
                            settings.with(
                                    OidcSettings.PROVIDERS,
                                    List.of(
                                            Provider.of(
                                                    "work",
                                                    "Work",
                                                    provider.address(),
                                                    "guild",
                                                    "hush"))),
                    () -> {
                        for (int times = 0; times < 2; times++) {
                            var client = new Client();
                            comeIn(client, provider);
                            assertThat(client.get("whoami")).contains("ada@example.com");
                        }
                        Fellow ada = Fellows.all().get();
                        assertThat(Identities.all().list())
                                .extracting(one -> one.userKey)
                                .containsExactly(ada.id.toString());
                        ada.delete();
                        assertThat(Identities.all().exists()).isFalse();
                    });
        }
    }

    @Test
    void appsThatKnowUsersByNumbersAloneSaySoAtTheStart() {
        Context site = Context.current();

        assertThat(new TokensApp().checks().getFirst().run(site))
                .extracting(one -> one.id() + ": " + one.message())
                .containsExactly(
                        "auth.E021: TokensApp knows users by whole numbers, and the keys of"
                                + " guild.Fellow are none.");
        assertThat(new DrfTokensApp().checks().getFirst().run(site)).hasSize(1);
        assertThat(new AdminLogApp().checks().getFirst().run(site))
                .extracting(CheckMessage::id)
                .containsExactly("auth.W062");
    }

    private static void comeIn(Client client, MockProvider provider) {
        String to =
                String.valueOf(
                        client.postForm("/accounts/with/work/", Map.of()).header("Location"));
        QueryParams asked = QueryParams.parse(URI.create(to).getRawQuery());
        assertThat(
                        client.to("/accounts/with/work/callback/")
                                .query("code", provider.letIn(asked))
                                .query("state", asked.get("state", ""))
                                .get())
                .redirectsTo("whoami");
    }
}
