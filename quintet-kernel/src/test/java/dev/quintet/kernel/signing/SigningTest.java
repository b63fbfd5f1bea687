package dev.quintet.kernel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.signing.BadSignatureException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));
    private static final SigningKeys KEYS = SigningKeys.of("a-new-key", "an-old-key");

    @Test
    void knowsWhatItSigned() {
        Signer signer = Signer.of(KEYS).salt("downloads");

        assertThat(signer.unsign(signer.sign("a:b:c"))).isEqualTo("a:b:c");
    }

    @Test
    void acceptsAnOlderKeyButDoesNotSignWithIt() {
        String old = Signer.of(SigningKeys.of("an-old-key")).sign("x");

        assertThat(Signer.of(KEYS).unsign(old)).isEqualTo("x");
        assertThat(Signer.of(KEYS).sign("x")).isNotEqualTo(old);
    }

    @Test
    void refusesEveryChange() {
        String signed = Signer.of(KEYS).sign("hello");
        for (int i = 0; i < signed.length(); i++) {
            char other = signed.charAt(i) == 'a' ? 'b' : 'a';
            String changed = signed.substring(0, i) + other + signed.substring(i + 1);

            assertThatThrownBy(() -> Signer.of(KEYS).unsign(changed))
                    .isInstanceOf(BadSignatureException.class);
        }
    }

    @Test
    void refusesASignatureThatWasMadeForAnotherUse() {
        String signed = Signer.of(KEYS).salt("one").sign("x");

        assertThatThrownBy(() -> Signer.of(KEYS).salt("two").unsign(signed))
                .isInstanceOfSatisfying(
                        BadSignatureException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.MISMATCH));
    }

    @Test
    void ends() {
        String signed = TimestampSigner.of(KEYS, NOW).sign("x");
        var later = TimestampSigner.of(KEYS, InstantSource.offset(NOW, Duration.ofSeconds(10)));

        assertThat(later.unsign(signed, Duration.ofSeconds(10))).isEqualTo("x");
        assertThatThrownBy(() -> later.unsign(signed, Duration.ofSeconds(9)))
                .isInstanceOfSatisfying(
                        BadSignatureException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    void keepsObjectsWhateverTheyHold() {
        Map<String, Object> object = Map.of("name", "Žižek 😀", "n", List.of(1L, 2.5, true));
        TimestampSigner signer = TimestampSigner.of(KEYS, NOW);

        assertThat(signer.unsignObject(signer.signObject(object, false), null)).isEqualTo(object);
        assertThat(signer.unsignObject(signer.signObject("x".repeat(999), true), null))
                .isEqualTo("x".repeat(999));
        assertThat(signer.signObject("x".repeat(999), true)).startsWith(".").hasSizeLessThan(120);
    }

    @Test
    void partsSaltAndNameOfACookie() {
        var signer = CookieSigner.of(KEYS, NOW, CookieSigner.Legacy.REFUSE);
        String signed = signer.sign("basket", "7", "shop");

        assertThat(signer.unsign("basket", signed, "shop", null)).isEqualTo("7");
        assertThatThrownBy(() -> signer.unsign("pbasket", signed, "sho", null))
                .isInstanceOf(BadSignatureException.class);
    }

    @Test
    void readsCookiesOfOldOnlyWhereToldTo() {
        String old = CookieSigner.of(KEYS, NOW, CookieSigner.Legacy.WRITE).sign("basket", "7", "");
        var accepting = CookieSigner.of(KEYS, NOW, CookieSigner.Legacy.ACCEPT);
        var refusing = CookieSigner.of(KEYS, NOW, CookieSigner.Legacy.REFUSE);

        assertThat(accepting.unsign("basket", old, "", null)).isEqualTo("7");
        assertThatThrownBy(() -> refusing.unsign("basket", old, "", null))
                .isInstanceOf(BadSignatureException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ":", "a:b:c", "....", ".e30:1r31eq:x"})
    void takesABadSessionForAnEmptyOne(String text) {
        assertThat(SessionCodec.stored(KEYS, NOW).decode(text, null)).isEmpty();
    }

    @Test
    void masksACsrfSecretAnewEachTime() {
        String secret = CsrfToken.newSecret();
        String token = CsrfToken.mask(secret);

        assertThat(CsrfToken.unmask(token)).isEqualTo(secret);
        assertThat(CsrfToken.mask(secret)).isNotEqualTo(token);
        assertThat(CsrfToken.matches(token, secret)).isTrue();
        assertThat(CsrfToken.matches(token, CsrfToken.newSecret())).isFalse();
        assertThat(CsrfToken.matches("<script>", secret)).isFalse();
    }

    @Test
    void readsBackEveryNumber() {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            assertThat(Base62.parse(Base62.of(number))).isEqualTo(number);
        }
        assertThat(Base62.parse(Base62.of(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a b", "é", "zzzzzzzzzzzzzzzz"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Base62.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void neverPrintsAKey() {
        assertThat(KEYS.toString() + Signer.of(KEYS) + TimestampSigner.of(KEYS, NOW))
                .doesNotContain("a-new-key", "an-old-key");
    }
}
