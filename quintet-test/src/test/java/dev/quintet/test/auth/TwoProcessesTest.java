package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A site that two processes serve, as behind a load balancer.
class TwoProcessesTest {

    @TempDir private Path folder;

    /// A database with tables and one user.
    private Map<String, String> withAda(String engine) throws Exception {
        Map<String, String> environment =
                Map.of(
                        "SECRET_KEY", "a secret that is long enough, and of no use to anybody",
                        "DATABASE_URL", "sqlite:" + folder.resolve("press.db"),
                        "SESSION_ENGINE", engine,
                        "SUPERUSER_USERNAME", "ada",
                        "SUPERUSER_EMAIL", "ada@example.com",
                        "SUPERUSER_PASSWORD", "lovelace-1843");
        PressProcess.command(environment, "migrate");
        PressProcess.command(environment, "createsuperuser", "--no-input");
        return environment;
    }

    private static String tried(PressProcess process, String username, String password)
            throws Exception {
        String form = "username=" + username + "&password=" + password;
        return process.post("/accounts/login/", "", form).text();
    }

    @Test
    void countWrongPasswordsTogether() throws Exception {
        Map<String, String> environment = withAda("db");
        try (PressProcess one = PressProcess.serving(environment);
                PressProcess other = PressProcess.serving(environment)) {
            for (int i = 0; i < 5; i++) {
                assertThat(tried(i % 2 == 0 ? one : other, "ada", "guess" + i))
                        .startsWith("HTTP/1.1 200");
            }

            assertThat(tried(one, "ada", "lovelace-1843")).startsWith("HTTP/1.1 429");
            assertThat(tried(other, "ada", "lovelace-1843"))
                    .startsWith("HTTP/1.1 429")
                    .contains("Retry-After:");
            assertThat(tried(other, "bob", "guess"))
                    .as("others are not locked out by it")
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void forgetWrongPasswordsTogetherOnceTheRightOneCame() throws Exception {
        Map<String, String> environment = withAda("db");
        try (PressProcess one = PressProcess.serving(environment);
                PressProcess other = PressProcess.serving(environment)) {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 4; i++) {
                    assertThat(tried(one, "ada", "guess" + i)).startsWith("HTTP/1.1 200");
                }
                assertThat(tried(other, "ada", "lovelace-1843")).startsWith("HTTP/1.1 302");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "cached_db"})
    void keepAVisitorSignedInWhicheverOfThemAnswers(String engine) throws Exception {
        Map<String, String> environment = withAda(engine);
        try (PressProcess one = PressProcess.serving(environment);
                PressProcess other = PressProcess.serving(environment)) {
            String session =
                    one.post("/enter/", "", "username=ada&password=lovelace-1843").session();

            assertThat(one.get("/whoami/", session).body()).isEqualTo("ada");
            assertThat(other.get("/whoami/", session).body()).isEqualTo("ada");
            assertThat(other.get("/leave/", session).body()).isEqualTo("bye");
            assertThat(one.get("/whoami/", session).body()).isEqualTo("AnonymousUser");
        }
    }
}
