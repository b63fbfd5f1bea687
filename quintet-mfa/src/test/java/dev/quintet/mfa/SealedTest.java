package dev.quintet.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Secrets that the site alone can read.
class SealedTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    private static <T> T under(String key, List<String> older, Supplier<T> work) {
        var settings = new Settings();
        settings.set(KernelSettings.SECRET_KEY, key);
        settings.set(KernelSettings.SECRET_KEY_FALLBACKS, older);
        return Context.of(settings, Apps.of(List.of()), Clock.systemUTC()).call(work::get);
    }

    private static String sealed(String key) {
        return under(key, List.of(), () -> Sealed.seal(SECRET, "7"));
    }

    @Test
    void opensWhatItSealed() {
        String text = sealed("k".repeat(50));

        assertThat(text).doesNotContain(Base64.getUrlEncoder().encodeToString(SECRET));
        var opened =
                Objects.requireNonNull(
                        under("k".repeat(50), List.of(), () -> Sealed.open(text, "7")));
        assertThat(opened.bytes()).isEqualTo(SECRET);
        assertThat(opened.old()).isFalse();
        assertThat(opened.toString()).isEqualTo("Opened[****]");
        assertThat(sealed("k".repeat(50))).as("no two are the same").isNotEqualTo(text);
    }

    @Test
    void opensWhatAnOlderKeySealedAndSaysSo() {
        String text = sealed("old".repeat(20));

        var opened =
                Objects.requireNonNull(
                        under(
                                "new".repeat(20),
                                List.of("old".repeat(20)),
                                () -> Sealed.open(text, "7")));
        assertThat(opened.bytes()).isEqualTo(SECRET);
        assertThat(opened.old()).isTrue();
    }

    @Test
    void opensNothingForAnotherUserNorByAnotherKeyNorAfterAChange() {
        String text = sealed("k".repeat(50));
        String changed =
                text.substring(0, 20) + (text.charAt(20) == 'A' ? 'B' : 'A') + text.substring(21);

        under(
                "k".repeat(50),
                List.of(),
                () -> {
                    assertThat(Sealed.open(text, "8")).isNull();
                    assertThat(Sealed.open(changed, "7")).isNull();
                    assertThat(Sealed.open("1.", "7")).isNull();
                    assertThat(Sealed.open("1.%%%", "7")).isNull();
                    assertThat(Sealed.open("", "7")).isNull();
                    return true;
                });
        assertThat(under("x".repeat(50), List.of(), () -> Sealed.open(text, "7") == null)).isTrue();
    }
}
