package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A site that two processes serve, as behind a load balancer.
class TwoProcessesTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"db", "cached_db"})
    void keepAVisitorSignedInWhicheverOfThemAnswers(String engine) throws Exception {
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
