package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the how-tos about signing in tell to write into a site is what the sites of these tests
/// say.
class DocumentedSecondStepTest {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^include\\(.*$");

    @Test
    void theRoutesOfTheHowToAreThoseOfTheVault() throws IOException {
        String page = Files.readString(Path.of("../docs/how-to/ask-for-a-second-step.md"));
        String site =
                Files.readString(Path.of("src/test/java/dev/quintet/test/vault/Vault.java"))
                        .replaceAll("\\s+", "");
        List<String> told = INCLUDE.matcher(page).results().map(one -> one.group()).toList();

        assertThat(told).hasSize(3);
        assertThat(told).allSatisfy(line -> assertThat(site).contains(line.replaceAll("\\s+", "")));
    }
}
