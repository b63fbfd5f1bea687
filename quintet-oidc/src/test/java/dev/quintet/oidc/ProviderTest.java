package dev.quintet.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Providers as settings tell them.
class ProviderTest {

    @Test
    void readsProvidersFromText() {
        List<Provider> all =
                OidcSettings.PROVIDERS
                        .parse()
                        .apply(
                                "google=https://id.apps:s%3Acret@accounts.google.com,"
                                        + " github=https://ours:word@github.com,"
                                        + " work=https://site:x@login.example.com:8443/realm/a");

        assertThat(all)
                .containsExactly(
                        Provider.google("id.apps", "s:cret"),
                        Provider.github("ours", "word"),
                        Provider.of(
                                "work",
                                "Work",
                                "https://login.example.com:8443/realm/a",
                                "site",
                                "x"));
    }

    @Test
    void printsNoSecret() {
        assertThat(Provider.google("id", "hush").toString()).doesNotContain("hush").contains("id");
    }

    @Test
    void refusesAddressesThatSecretsCouldBeReadOn() {
        for (String unsafe :
                List.of("http://login.example.com", "ftp://x.test", "login", "https:")) {
            assertThatThrownBy(() -> Provider.of("work", "Work", unsafe, "id", "s"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Provider.of("work", "Work", "http://localhost:9", "id", "s")).isNotNull();
    }

    @Test
    void saysNothingOfTheSecretWhenItCannotRead() {
        for (String broken :
                List.of("work", "work=", "work=https://x", "work=https://id:hu sh@x.test", "=a")) {
            assertThatThrownBy(() -> Provider.parse(broken))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("hu sh")
                    .hasNoCause();
        }
    }
}
