package dev.quintet.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Pbkdf2Hasher quick = Pbkdf2Hasher.sha256(10);
    private final Passwords passwords =
            Passwords.of(List.of(quick, BcryptHasher.sha256(4), new Md5Hasher()));

    static Stream<Hasher> hashers() {
        return Stream.of(
                Pbkdf2Hasher.sha256(10),
                Pbkdf2Hasher.sha1(10),
                ScryptHasher.of(16, 8, 1),
                Argon2Hasher.of(64, 1, 2, 32),
                BcryptHasher.sha256(4),
                BcryptHasher.plain(4),
                new Md5Hasher());
    }

    @ParameterizedTest
    @MethodSource("hashers")
    void knowsItsOwnPasswordsAndNoOthers(Hasher hasher) {
        for (String password : List.of("letmein", "", "lètmein密码😀", "a".repeat(60))) {
            String encoded = hasher.encode(password, hasher.newSalt());

            assertThat(encoded).startsWith(hasher.algorithm() + "$").hasSizeLessThan(129);
            assertThat(hasher.verify(password, encoded)).isTrue();
            assertThat(hasher.verify(password + "x", encoded)).isFalse();
            assertThat(hasher.mustUpdate(encoded)).isFalse();
            assertThat(hasher.safeSummary(encoded).toString())
                    .doesNotContain(encoded.substring(encoded.length() - 12));
        }
    }

    @ParameterizedTest
    @MethodSource("hashers")
    void neverBreaksOnATextThatWasCutOrChanged(Hasher hasher) {
        String encoded = hasher.encode("letmein", hasher.newSalt());
        for (int i = 0; i < encoded.length(); i++) {
            char other = encoded.charAt(i) == '$' ? '!' : '$';
            String start = encoded.substring(0, i);
            for (String wrong : List.of(start, start + other + encoded.substring(i + 1))) {
                try {
                    assertThat(hasher.verify("letmein", wrong)).isFalse();
                } catch (MalformedPasswordException told) {
                    assertThat(told.problem().code()).isEqualTo("auth.E001");
                }
            }
        }
    }

    @Test
    void renewsWhatWasMadeWithFewerRounds() {
        String old = Pbkdf2Hasher.sha256(5).encode("letmein", quick.newSalt());

        Passwords.Verdict verdict = passwords.verify("letmein", old);

        assertThat(verdict.correct()).isTrue();
        assertThat(verdict.renewed()).startsWith("pbkdf2_sha256$10$");
        assertThat(passwords.verify("letmein", verdict.renewed()).renewed()).isNull();
        assertThat(passwords.verify("wrong", old)).isEqualTo(new Passwords.Verdict(false, null));
    }

    @Test
    void renewsWhatAnotherHasherMade() {
        String old = new Md5Hasher().encode("letmein", Texts.newSalt());

        assertThat(passwords.verify("letmein", old).renewed()).startsWith("pbkdf2_sha256$");
    }

    @Test
    void keepsNoPasswordThatNobodyCanMatch() {
        String none = passwords.make(null);

        assertThat(none).startsWith("!").hasSize(41);
        assertThat(Passwords.usable(none)).isFalse();
        assertThat(passwords.check("", none)).isFalse();
        assertThat(passwords.check(null, passwords.make("x"))).isFalse();
        assertThat(passwords.check("x", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "unknown$1$2$3",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "sha1$a$b"
            })
    void matchesNothingWithTextsThatItDoesNotKnow(String encoded) {
        assertThat(passwords.check("password", encoded)).isFalse();
        assertThatThrownBy(() -> passwords.identify(encoded))
                .isInstanceOf(UnknownHasherException.class);
    }

    @Test
    void saltsEachPasswordAnew() {
        assertThat(passwords.make("letmein")).isNotEqualTo(passwords.make("letmein"));
    }

    @Test
    void neverMakesNewPasswordsByMd5ButInTests() {
        assertThatThrownBy(() -> Passwords.of(List.of(new Md5Hasher())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Passwords.forTests().make("x")).startsWith("md5$");
        assertThat(Passwords.standard().hasher("argon2").algorithm()).isEqualTo("argon2");
    }

    @Test
    void readsArgon2OfEveryKind() {
        // From the reference implementation's own tests: version 19 and 16, kinds i and id.
        var hasher = Argon2Hasher.standard();

        assertThat(
                        hasher.verify(
                                "password",
                                "argon2$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                                        + "$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"))
                .isTrue();
        assertThat(
                        hasher.verify(
                                "password",
                                "argon2$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                                        + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"))
                .isTrue();
    }

    @Test
    void sendsAwayWhoWouldWaitTooLong() throws InterruptedException {
        var gate = new HashingGate(1, 0, 1_000);
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        Thread hashing =
                Thread.startVirtualThread(() ->
                        gate.pass(() -> {
                            inside.countDown();
                            await(leave);
                            return 1;
                        }));
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> gate.pass(() -> 2)).isInstanceOf(HashingBusyException.class);

        leave.countDown();
        hashing.join();
        assertThat(new HashingGate(1, 1, 1_000).pass(() -> 3)).isEqualTo(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
