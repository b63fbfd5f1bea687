package dev.quintet.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes that change with time, against the vectors of the RFCs.
class TotpTest {

    /// The secret of both RFCs.
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void countsAsRfc4226Does(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    /// Appendix B has eight digits; six are the last six of them.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082", "1111111109, 07081804", "1111111111, 14050471",
        "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"
    })
    void tellsTheTimeAsRfc6238Does(long second, String code) {
        long step = Totp.step(Instant.ofEpochSecond(second));

        assertThat(Totp.code(SECRET, step)).isEqualTo(code.substring(2));
    }

    @Test
    void takesCodesOfClocksThatAreAStepWrong() {
        Instant now = Instant.ofEpochSecond(3000);

        for (int step = 99; step <= 101; step++) {
            assertThat(Totp.find(SECRET, Totp.code(SECRET, step), now, -1)).isEqualTo(step);
        }
        assertThat(Totp.find(SECRET, Totp.code(SECRET, 98), now, -1)).isEqualTo(-1);
        assertThat(Totp.find(SECRET, Totp.code(SECRET, 102), now, -1)).isEqualTo(-1);
    }

    @Test
    void takesNoCodeThatIsNotBehindTheLast() {
        Instant now = Instant.ofEpochSecond(3000);

        assertThat(Totp.find(SECRET, Totp.code(SECRET, 100), now, 100)).isEqualTo(-1);
        assertThat(Totp.find(SECRET, Totp.code(SECRET, 99), now, 100)).isEqualTo(-1);
        assertThat(Totp.find(SECRET, Totp.code(SECRET, 101), now, 100)).isEqualTo(101);
    }

    @Test
    void makesNewSecretsOf160Bits() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void writesSecretsAsRfc4648Does(String bytes, String text) {
        assertThat(Base32.text(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
