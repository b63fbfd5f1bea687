package dev.quintet.test.auth;

import static dev.quintet.test.Testing.sent;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.Backend;
import dev.quintet.auth.Credentials;
import dev.quintet.auth.ModelBackend;
import dev.quintet.auth.SiteUser;
import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.Testing;
import dev.quintet.test.press.Press;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several back ends, asked one after the other.
@SiteTest(Press.class)
class BackendsTest {

    private static final List<String> ASKED = new ArrayList<>();

    /// Knows nobody; refuses some, whoever else may know them.
    public static final class Doorkeeper implements Backend {
        @Override
        public @Nullable AbstractBaseUser authenticate(
                @Nullable Request request, Credentials credentials) {
            ASKED.add("doorkeeper");
            if (credentials.subject().startsWith("banned")) {
                throw new PermissionDenied("Not in here.");
            }
            return null;
        }

        @Override
        public boolean hasPermission(SiteUser user, String permission, @Nullable Object object) {
            if (permission.startsWith("secret.")) {
                throw new PermissionDenied("Nobody may.");
            }
            return false;
        }
    }

    /// A directory elsewhere, whose people get an account when they first come.
    public static final class Directory implements Backend {
        @Override
        public @Nullable AbstractBaseUser authenticate(
                @Nullable Request request, Credentials credentials) {
            ASKED.add("directory");
            return credentials instanceof Credentials.Password(String name, String password)
                            && password.equals("of the directory")
                    ? Accounts.getOrCreate(name, _ -> {})
                    : null;
        }

        @Override
        public boolean hasPermission(SiteUser user, String permission, @Nullable Object object) {
            return true;
        }
    }

    @BeforeEach
    void ada() {
        User.create("ada", "", "a long secret");
        User.create("banned", "", "a long secret");
        ASKED.clear();
    }

    private static void withBackends(Testing.Block<RuntimeException> block) {
        withSettings(
                settings ->
                        settings.with(
                                AuthSettings.BACKENDS,
                                List.of(Doorkeeper.class, Directory.class, ModelBackend.class)),
                block);
    }

    private static String entering(Client client, String name, String password) {
        return client.postForm("enter", Map.of("username", name, "password", password)).text();
    }

    @Test
    void asksTheNextWhereOneKnowsNobody(Client client) {
        withBackends(() -> {
            assertThat(entering(client, "ada", "a long secret")).isEqualTo("welcome");
            assertThat(ASKED).containsExactly("doorkeeper", "directory");
            assertThat(client.get("whoami")).contains("ada");
            assertThat(entering(client, "ada", "wrong")).isEqualTo("unknown");
        });
    }

    @Test
    void asksNobodyAfterWhoKnows(Client client) {
        withBackends(() -> {
            assertThat(entering(client, "newcomer", "of the directory")).isEqualTo("welcome");
            assertThat(client.get("whoami")).contains("newcomer");
        });

        assertThat(Users.get(Users.username.eq("newcomer")).hasUsablePassword()).isFalse();
        // The session names its back end, which this site does not have.
        assertThat(client.get("whoami")).contains("AnonymousUser");
    }

    @Test
    void asksNobodyAfterWhoRefuses(Client client) {
        withBackends(() -> {
            var failed =
                    sent(
                            AuthSignals.LOGIN_FAILED,
                            () ->
                                    assertThat(entering(client, "banned", "a long secret"))
                                            .isEqualTo("unknown"));

            assertThat(ASKED).containsExactly("doorkeeper");
            assertThat(failed)
                    .extracting(AuthSignals.LoginFailed::subject)
                    .containsExactly("banned");
        });
    }

    @Test
    void stopsAtARefusalOfAPermissionToo() {
        withBackends(() -> {
            User ada = Users.get(Users.username.eq("ada"));

            assertThat(ada.hasPermission("press.change_article")).isTrue();
            assertThat(ada.hasPermission("secret.open_safe")).isFalse();
        });
    }
}
