package dev.quintet.test.auth;

import static dev.quintet.test.Testing.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.auth.User;
import dev.quintet.auth.drf.AuthToken;
import dev.quintet.auth.tokens.ApiToken;
import dev.quintet.auth.tokens.ApiTokens;
import dev.quintet.kernel.context.Context;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.press.Press;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens of APIs.
@SiteTest(Press.class)
class TokensTest {

    private User ada = new User();

    @BeforeEach
    void ada() {
        ada = User.create("ada", "", "a long secret");
    }

    private static Page with(Client client, String header, String method) {
        return client.showErrors().to("whoami").header("Authorization", header).send(method);
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        ApiToken.Issued issued = ApiToken.issue(ada, "backup", Set.of(), null);

        assertThat(issued.text()).startsWith("qt_").hasSize(43);
        assertThat(issued.toString()).doesNotContain(issued.text());
        ApiToken kept = ApiTokens.get(ApiTokens.id.eq(issued.token().id));
        assertThat(kept.digest).hasSize(64).doesNotContain(issued.text());
        assertThat(String.valueOf(kept.templateAttribute("digest"))).isEqualTo("****");
    }

    @Test
    void speaksForItsUserWithoutASessionOrAFormsToken(Client client) {
        String text = ApiToken.issue(ada, "backup", Set.of(), null).text();

        assertThat(with(client, "Bearer " + text, "GET")).isOk().contains("ada");
        assertThat(with(client.checkCsrf(), "Bearer " + text, "POST")).isOk().contains("ada");
        assertThat(client.cookie("sessionid")).isNull();
        assertThat(client.get("whoami")).contains("AnonymousUser");
    }

    @Test
    void refusesWhatItsScopeDoesNotSay(Client client) {
        String reading = ApiToken.issue(ada, "report", Set.of("read"), null).text();

        assertThat(with(client, "Bearer " + reading, "GET")).isOk();
        assertThat(with(client, "Bearer " + reading, "POST")).hasStatus(403);
        assertThatThrownBy(() -> ApiToken.issue(ada, "x", Set.of("no spaces"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWhenItIsRevokedOrItsTimeIsOverOrItsUserIsGone(Client client) {
        ApiToken.Issued day = ApiToken.issue(ada, "day", Set.of(), Duration.ofDays(1));
        ApiToken.Issued ever = ApiToken.issue(ada, "ever", Set.of(), null);

        at(
                Context.current().clock().instant().plus(Duration.ofDays(2)),
                () -> {
                    assertThat(with(client, "Bearer " + day.text(), "GET")).hasStatus(401);
                    assertThat(with(client, "Bearer " + ever.text(), "GET")).isOk();
                });
        day.token().revoke();
        assertThat(with(client, "Bearer " + day.text(), "GET"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer");
        assertThat(with(client, "Bearer qt_" + "x".repeat(40), "GET")).hasStatus(401);
        ada.delete();
        assertThat(with(client, "Bearer " + ever.text(), "GET")).hasStatus(401);
        assertThat(ApiTokens.all().count()).isZero();
    }

    @Test
    void knowsTheTokensOfDjangoRestFramework(Client client) {
        AuthToken token = AuthToken.of(ada);

        assertThat(token.key).matches("[0-9a-f]{40}");
        assertThat(AuthToken.of(ada)).isEqualTo(token);
        assertThat(with(client, "Token " + token.key, "GET")).isOk().contains("ada");
        assertThat(with(client, "Token 0", "GET")).hasStatus(401);
    }
}
