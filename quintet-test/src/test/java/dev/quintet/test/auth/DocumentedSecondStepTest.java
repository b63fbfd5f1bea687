package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the how-tos about signing in tell to write into a site is what the sites of these tests
/// say.
class DocumentedSecondStepTest {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^include\\(.*$");

    @ParameterizedTest
    @CsvSource({
        "ask-for-a-second-step, vault/Vault, 3",
        "sign-in-with-an-account-elsewhere, inn/Inn, 2"
    })
    void theRoutesOfTheHowToAreThoseOfASite(String page, String site, int routes)
            throws IOException {
        String text = Files.readString(Path.of("../docs/how-to", page + ".md"));
        String source =
                Files.readString(Path.of("src/test/java/dev/quintet/test", site + ".java"))
                        .replaceAll("\\s+", "");
        List<String> told = INCLUDE.matcher(text).results().map(MatchResult::group).toList();

        assertThat(told).hasSize(routes);
        assertThat(told)
                .allSatisfy(line -> assertThat(source).contains(line.replaceAll("\\s+", "")));
    }
}
