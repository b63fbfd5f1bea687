package dev.quintet.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.signing.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResetTokensTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-01-16T10:00:00Z"), ZoneOffset.UTC);
    private final ResetTokens.Account ada =
            new ResetTokens.Account("7", "pbkdf2$x", null, "ada@example.org");

    @Test
    void isGoodForAWhile() {
        String token = at(Duration.ZERO).make(ada);

        assertThat(at(Duration.ofDays(3)).check(ada, token)).isTrue();
        assertThat(at(Duration.ofDays(3).plusSeconds(1)).check(ada, token)).isFalse();
    }

    @Test
    void endsWhenTheAccountChanges() {
        String token = at(Duration.ZERO).make(ada);

        assertThat(check(new ResetTokens.Account("7", "pbkdf2$y", null, "ada@example.org"), token))
                .isFalse();
        assertThat(
                        check(
                                new ResetTokens.Account(
                                        "7", "pbkdf2$x", NOW.instant(), "ada@example.org"),
                                token))
                .isFalse();
        assertThat(check(new ResetTokens.Account("8", "pbkdf2$x", null, "ada@example.org"), token))
                .isFalse();
        assertThat(check(ada, token)).isTrue();
    }

    @Test
    void acceptsTokensOfAnOlderKey() {
        String token = at(Duration.ZERO).make(ada);
        var newer = ResetTokens.of(SigningKeys.of("new", "key"), NOW, Duration.ofDays(3));

        assertThat(newer.check(ada, token)).isTrue();
        assertThat(newer.make(ada)).isNotEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abc", "a-b-c", "zzzzzzzzzzzzzzzzzzzz-x", "-1-x", "é-x"})
    void refusesWhatIsNoToken(String token) {
        assertThat(check(ada, token)).isFalse();
    }

    @Test
    void writesKeysForLinks() {
        assertThat(ResetTokens.uid("12")).isEqualTo("MTI");
        assertThat(ResetTokens.key("MTI")).isEqualTo("12");
        assertThat(ResetTokens.key("%%")).isNull();
    }

    private boolean check(ResetTokens.Account account, String token) {
        return at(Duration.ZERO).check(account, token);
    }

    private static ResetTokens at(Duration later) {
        return ResetTokens.of(SigningKeys.of("key"), Clock.offset(NOW, later), Duration.ofDays(3));
    }
}
