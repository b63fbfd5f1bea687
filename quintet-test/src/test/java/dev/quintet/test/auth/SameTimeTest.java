package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.press.Press;
import java.io.Serial;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody learns by a stop watch whose accounts there are: a password is hashed as often for a name
/// that is not there. The hashes are counted, not timed: by the site of these tests, that is MD5.
@SiteTest(Press.class)
class SameTimeTest {

    private static final AtomicInteger HASHES = new AtomicInteger();

    /// The JDK's MD5, counted.
    private static final class Counted extends Provider {

        @Serial private static final long serialVersionUID = 1L;

        private Counted() {
            super("counted", "1", "counts");
            putService(
                    new Service(this, "MessageDigest", "MD5", "counted", List.of(), Map.of()) {
                        @Override
                        public Object newInstance(Object parameter)
                                throws NoSuchAlgorithmException {
                            HASHES.incrementAndGet();
                            try {
                                return MessageDigest.getInstance("MD5", "SUN");
                            } catch (NoSuchProviderException anotherJdk) {
                                throw new NoSuchAlgorithmException(anotherJdk);
                            }
                        }
                    });
        }
    }

    @BeforeEach
    void accounts() {
        User.create("ada", "ada@example.com", "a long secret");
        User.create("bare", "", null);
        User gone = User.create("gone", "", "a long secret");
        gone.isActive = false;
        gone.save();
        // What only the first request needs is over then.
        new Client().postForm("login", Map.of("username", "first", "password", "wrong"));
        Security.insertProviderAt(new Counted(), 1);
        HASHES.set(0);
    }

    @AfterEach
    void stop() {
        Security.removeProvider("counted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody", "gone", "bare", "ADA"})
    void hashesOnceWhoeverItIs(String name) {
        var client = new Client();

        client.postForm("login", Map.of("username", name, "password", "wrong"));

        assertThat(HASHES).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "nobody@example.com"})
    void hashesNothingToMailALink(String address) {
        new Client().postForm("password_reset", Map.of("email", address));

        assertThat(HASHES).hasValue(0);
    }
}
