package dev.quintet.test.auth;

import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.http.QueryParams;
import dev.quintet.mfa.Authenticator;
import dev.quintet.oidc.Identities;
import dev.quintet.oidc.OidcSettings;
import dev.quintet.oidc.Provider;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.Testing;
import dev.quintet.test.inn.Inn;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in with an account elsewhere, and attacks on the way there and back.
@SiteTest(Inn.class)
class SignInWithTest {

    private MockProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new MockProvider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private void at(Testing.Block<RuntimeException> block) {
        at(settings -> settings, block);
    }

    private void at(
            UnaryOperator<dev.quintet.kernel.settings.Settings> more,
            Testing.Block<RuntimeException> block) {
        withSettings(
                settings ->
                        more.apply(
                                settings.with(
                                        OidcSettings.PROVIDERS,
                                        List.of(
                                                Provider.of(
                                                        "work",
                                                        "Work",
                                                        provider.address(),
                                                        "the:inn",
                                                        "hush"),
                                                Provider.github(
                                                        provider.address(), "the-inn", "hush")))),
                block);
    }

    /// Leaves for the provider.
    ///
    /// @return what the provider is asked
    private static QueryParams leave(Client client, String name, Map<String, String> form) {
        Page page = client.postForm("/accounts/with/" + name + "/", form);
        assertThat(page).hasStatus(302);
        return QueryParams.parse(URI.create(String.valueOf(page.header("Location"))).getRawQuery());
    }

    private static Page comeBack(Client client, String name, String code, String state) {
        return client.to("/accounts/with/" + name + "/callback/")
                .query("code", code)
                .query("state", state)
                .get();
    }

    /// There and back, as an honest browser goes.
    private Page round(Client client) {
        return round(client, "work", Map.of());
    }

    private Page round(Client client, String name, Map<String, String> form) {
        QueryParams asked = leave(client, name, form);
        return comeBack(client, name, provider.letIn(asked), asked.get("state", ""));
    }

    private static String who(Client client) {
        return client.get("whoami").text();
    }

    @Test
    void makesAnAccountForWhoComesForTheFirstTime(Client client) {
        at(() -> {
            assertThat(client.get("login")).contains("Sign in with Work", "Sign in with GitHub");
            client.get("login");
            String before = String.valueOf(client.cookie("sessionid"));

            assertThat(round(client)).redirectsTo("whoami");

            assertThat(who(client)).isEqualTo("ada");
            assertThat(client.cookie("sessionid")).isNotEqualTo(before);
            User ada = Users.get(Users.username.eq("ada"));
            assertThat(ada.email).isEqualTo("ada@example.com");
            assertThat(ada.hasUsablePassword()).isFalse();
            assertThat(ada.isStaff).isFalse();
            assertThat(provider.authorization)
                    .as("each half encoded, as RFC 6749 has it")
                    .isEqualTo(
                            "Basic "
                                    + java.util.Base64.getEncoder()
                                            .encodeToString(
                                                    "the%3Ainn:hush"
                                                            .getBytes(StandardCharsets.US_ASCII)));
        });
    }

    @Test
    void knowsThemAgainWhateverTheirAddressIsNow() {
        at(() -> {
            round(new Client());
            provider.person.put("email", "countess@example.com");
            provider.person.put("preferred_username", "countess");
            var again = new Client();

            assertThat(round(again)).redirectsTo("whoami");

            assertThat(who(again)).isEqualTo("ada");
            assertThat(Users.all().count()).isEqualTo(1);
            assertThat(Identities.all().list().getFirst().label).isEqualTo("countess@example.com");
        });
    }

    @Test
    void asksForTheCodeWithAllThatGuardsIt(Client client) {
        at(() -> {
            QueryParams asked = leave(client, "work", Map.of("next", "/whoami/?a=1"));
            QueryParams other = leave(client, "work", Map.of());

            assertThat(asked.get("response_type")).isEqualTo("code");
            assertThat(asked.get("scope")).isEqualTo("openid email profile");
            assertThat(asked.get("redirect_uri")).endsWith("/accounts/with/work/callback/");
            assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
            for (String random : List.of("state", "nonce", "code_challenge")) {
                assertThat(asked.get(random))
                        .as(random)
                        .hasSize(43)
                        .isNotEqualTo(other.get(random));
            }
        });
    }

    @Test
    void goesWhereTheVisitorWantedToAndNowhereElse() {
        at(() -> {
            assertThat(round(new Client(), "work", Map.of("next", "/whoami/?a=1")))
                    .hasHeader("Location", "/whoami/?a=1");
            assertThat(round(new Client(), "work", Map.of("next", "//evil.test")))
                    .redirectsTo("whoami");
        });
    }

    @Test
    void beginsByPostOnly(Client client) {
        at(() -> {
            client.showErrors();
            assertThat(client.get("/accounts/with/work/")).hasStatus(405);
            assertThat(client.post("/accounts/with/other/")).isNotFound();
        });
    }

    @Test
    void refusesWhoComesBackInAnothersPlace() {
        at(() -> {
            var ada = new Client();
            QueryParams asked = leave(ada, "work", Map.of());
            String code = provider.letIn(asked);
            String state = asked.get("state", "");

            assertThat(comeBack(new Client(), "work", code, state)).hasStatus(403);
            assertThat(comeBack(ada, "work", code, "x".repeat(43)))
                    .as("another state")
                    .hasStatus(403);
            assertThat(comeBack(ada, "work", code, state))
                    .as("the attempt is over then")
                    .hasStatus(403);

            asked = leave(ada, "work", Map.of());
            code = provider.letIn(asked);
            assertThat(comeBack(ada, "github", code, asked.get("state", "")))
                    .as("another provider")
                    .hasStatus(403);
            assertThat(who(ada)).isEqualTo("AnonymousUser");
            assertThat(Users.all().exists()).isFalse();
        });
    }

    @Test
    void takesEachAnswerOnce() {
        at(() -> {
            var client = new Client();
            QueryParams asked = leave(client, "work", Map.of());
            String code = provider.letIn(asked);
            String state = asked.get("state", "");
            assertThat(comeBack(client, "work", code, state)).hasStatus(302);
            client.post("logout");

            assertThat(comeBack(client, "work", code, state)).hasStatus(403);
            assertThat(who(client)).isEqualTo("AnonymousUser");
        });
    }

    @Test
    void waitsTenMinutes(Client client) {
        at(() -> {
            QueryParams asked = leave(client, "work", Map.of());
            String code = provider.letIn(asked);
            Testing.at(
                    java.time.Instant.now().plusSeconds(660),
                    () ->
                            assertThat(comeBack(client, "work", code, asked.get("state", "")))
                                    .hasStatus(403));
        });
    }

    @Test
    void believesNoTokenThatIsWrong() {
        long now = System.currentTimeMillis() / 1000;
        var lies = new LinkedHashMap<String, Map<String, Object>>();
        lies.put("another nonce", Map.of("nonce", "x".repeat(43)));
        lies.put("no nonce", Map.of("nonce", ""));
        lies.put("another audience", Map.of("aud", "another site"));
        lies.put(
                "two audiences, and nobody is told whom it was made for",
                Map.of("aud", List.of("the:inn", "another site")));
        lies.put(
                "made for another",
                Map.of("aud", List.of("the:inn", "another site"), "azp", "another site"));
        lies.put("another issuer", Map.of("iss", "https://evil.test"));
        lies.put("expired", Map.of("exp", now - 120));
        lies.put("of tomorrow", Map.of("iat", now + 86_400));
        lies.put("not yet good", Map.of("nbf", now + 86_400));
        lies.put("of nobody", Map.of("sub", ""));
        at(() ->
                lies.forEach((what, lie) -> {
                    provider.lies =
                            claims -> {
                                var changed = new HashMap<>(claims);
                                changed.putAll(lie);
                                return changed;
                            };
                    var client = new Client();
                    assertThat(round(client)).as(what).hasStatus(403);
                    assertThat(who(client)).as(what).isEqualTo("AnonymousUser");
                }));
        assertThat(Users.all().exists()).isFalse();
    }

    @Test
    void believesNoTokenThatTheProviderDidNotSign() {
        var breaks = new LinkedHashMap<String, UnaryOperator<String>>();
        breaks.put("no signature", token -> token.substring(0, token.lastIndexOf('.') + 1));
        breaks.put(
                "a claim changed",
                token -> {
                    String[] parts = token.split("\\.", -1);
                    String claims =
                            new String(
                                            java.util.Base64.getUrlDecoder().decode(parts[1]),
                                            StandardCharsets.UTF_8)
                                    .replace("248289761001", "1");
                    return parts[0]
                            + "."
                            + MockProvider.text(claims.getBytes(StandardCharsets.UTF_8))
                            + "."
                            + parts[2];
                });
        breaks.put(
                "alg none",
                token ->
                        MockProvider.text("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                                + "."
                                + token.split("\\.", -1)[1]
                                + ".");
        breaks.put(
                "signed with the site's own secret",
                token -> {
                    String head =
                            MockProvider.text(
                                    "{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
                    return head + "." + token.split("\\.", -1)[1] + ".AAAA";
                });
        breaks.put("nonsense", _ -> "a.b.c");
        at(() ->
                breaks.forEach((what, broken) -> {
                    provider.breaks = broken;
                    assertThat(round(new Client())).as(what).hasStatus(403);
                }));
        assertThat(Users.all().exists()).isFalse();
    }

    @Test
    void asksForNewKeysButNotForEachForgery() {
        at(() -> {
            assertThat(round(new Client())).hasStatus(302);
            provider.changeKeys("second");

            assertThat(round(new Client())).as("within half a minute").hasStatus(403);
            var later = new ArrayList<Integer>();
            Testing.at(
                    java.time.Instant.now().plusSeconds(45),
                    () -> later.add(round(new Client()).status()));
            assertThat(later).containsExactly(302);
        });
    }

    @Test
    void tellsWhenTheProviderSaysNo(Client client) {
        at(() -> {
            QueryParams asked = leave(client, "work", Map.of());
            Page page =
                    client.to("/accounts/with/work/callback/")
                            .query("error", "access_denied")
                            .query("error_description", "<script>alert(1)</script>")
                            .query("state", asked.get("state", ""))
                            .get();
            assertThat(page)
                    .hasStatus(403)
                    .contains("has not let you in")
                    .doesNotContainSource("<script>alert");
        });
    }

    @Test
    void tellsWhenTheProviderIsSilent(Client client) {
        at(() -> {
            provider.close();
            assertThat(client.postForm("/accounts/with/work/", Map.of()))
                    .hasStatus(503)
                    .contains("does not answer");
        });
    }

    @Test
    void opensNoAccountByItsAddressAlone(Client client) {
        User.create("countess", "Ada@example.com", "a long secret");
        at(() -> {
            assertThat(round(client)).hasStatus(403).contains("Sign in to it, and connect");
            assertThat(who(client)).isEqualTo("AnonymousUser");
        });
        at(
                settings -> settings.with(OidcSettings.LINK_BY_EMAIL, true),
                () -> {
                    provider.person.put("email_verified", false);
                    var liar = new Client();
                    assertThat(round(liar)).redirectsTo("whoami");
                    assertThat(who(liar)).as("an account of their own").isEqualTo("ada");
                    assertThat(Users.get(Users.username.eq("ada")).email).isEmpty();

                    provider.person.put("email_verified", true);
                    provider.person.put("sub", "another");
                    assertThat(round(client)).redirectsTo("whoami");
                    assertThat(who(client)).isEqualTo("countess");
                });
    }

    @Test
    void neverOpensAnAccountByItsName(Client client) {
        User.create("ada", "other@example.com", "a long secret");
        at(() -> {
            round(client);
            assertThat(who(client)).isEqualTo("ada2");
        });
    }

    @Test
    void makesNoAccountsWhereTheSiteWantsNone(Client client) {
        at(
                settings -> settings.with(OidcSettings.CREATE_USERS, false),
                () -> assertThat(round(client)).hasStatus(403).contains("no account of yours"));
        assertThat(Users.all().exists()).isFalse();
    }

    @Test
    void connectsTheAccountOfWhoIsSignedIn(Client client) {
        User bob = User.create("bob", "bob@example.com", "a long secret");
        client.login(bob);
        at(() -> {
            assertThat(
                            client.postForm(
                                    "/accounts/with/work/",
                                    Map.of("connect", "1", "password", "guess")))
                    .isOk()
                    .contains("entered incorrectly");
            Map<String, String> right = Map.of("connect", "1", "password", "a long secret");
            assertThat(round(client, "work", right)).redirectsTo("connections");
            assertThat(client.get("connections")).contains("Work", "ada@example.com");

            var again = new Client();
            round(again);
            assertThat(who(again)).isEqualTo("bob");

            Client eve = new Client().login(User.create("eve", "", "a long secret"));
            assertThat(round(eve, "work", right)).hasStatus(403).contains("connected with another");

            long id = Identities.all().list().getFirst().id;
            eve.post("connection_remove", id);
            assertThat(Identities.all().count()).as("not hers").isEqualTo(1);
            client.post("connection_remove", id);
            assertThat(Identities.all().exists()).isFalse();
        });
    }

    @Test
    void keepsTheLastWayIntoAnAccountWithoutAPassword(Client client) {
        at(() -> {
            round(client);
            assertThat(client.get("connections")).contains("your only way in");
            client.post("connection_remove", Identities.all().list().getFirst().id);
            assertThat(Identities.all().count()).isEqualTo(1);
        });
    }

    @Test
    void asksForTheSecondStepOfWhoHasOne(Client client) {
        at(() -> {
            round(new Client());
            var app = new Authenticator();
            app.userKey = Users.get(Users.username.eq("ada")).key();
            app.name = "Phone";
            app.save();

            assertThat(round(client)).redirectsTo("second_step");
            assertThat(who(client)).isEqualTo("AnonymousUser");
        });
    }

    @Test
    void letsNobodyInWhoseAccountIsClosed(Client client) {
        at(() -> {
            round(new Client());
            Users.filter(Users.username.eq("ada")).update(Users.isActive.set(false));
            assertThat(round(client)).hasStatus(403);
        });
    }

    @Test
    void speaksWithGithubInItsOwnWay(Client client) {
        at(() -> {
            assertThat(round(client, "github", Map.of())).redirectsTo("whoami");
            assertThat(who(client)).isEqualTo("octocat");
            User made = Users.get(Users.username.eq("octocat"));
            assertThat(made.email).as("the one that is verified").isEqualTo("ada@example.com");
            assertThat(Identities.all().list().getFirst().subject).isEqualTo("583231");
        });
    }

    @Test
    void isGoneWithItsUser() {
        at(() -> {
            round(new Client());
            Users.get(Users.username.eq("ada")).delete();
            assertThat(Identities.all().exists()).isFalse();
        });
    }
}
