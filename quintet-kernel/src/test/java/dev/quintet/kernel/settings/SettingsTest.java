package dev.quintet.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.error.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Settings code = new Settings();

    @Test
    void laterLayersWin() throws IOException {
        code.set(KernelSettings.LANGUAGE_CODE, "code");
        givenFile("settings.properties", "LANGUAGE_CODE=file\nTIME_ZONE=Europe/Berlin\n");
        givenFile("settings.prod.properties", "LANGUAGE_CODE=profile\n");
        assertThat(read().get(KernelSettings.LANGUAGE_CODE)).isEqualTo("file");

        environment.put("QUINTET_PROFILE", "prod");
        assertThat(read().get(KernelSettings.LANGUAGE_CODE)).isEqualTo("profile");

        givenFile(".env", "# mine\nLANGUAGE_CODE=dotenv\n");
        assertThat(read().get(KernelSettings.LANGUAGE_CODE)).isEqualTo("dotenv");

        environment.put("LANGUAGE_CODE", "environment");
        assertThat(read().get(KernelSettings.LANGUAGE_CODE)).isEqualTo("environment");

        assertThat(read("LANGUAGE_CODE=flag").get(KernelSettings.LANGUAGE_CODE)).isEqualTo("flag");
    }

    @Test
    void remembersWhoGaveAValue() throws IOException {
        givenFile("settings.properties", "\n# zone\nTIME_ZONE=\\\n  Europe/Berlin\nDEBUG=on\n");
        givenFile(".env", "\n\nLANGUAGE_CODE='de'\n");

        Settings settings = read();

        assertThat(settings.explain(KernelSettings.TIME_ZONE).place())
                .isEqualTo(Place.of("settings.properties", 3));
        assertThat(settings.explain(KernelSettings.DEBUG).place())
                .isEqualTo(Place.of("settings.properties", 5));
        assertThat(settings.explain(KernelSettings.LANGUAGE_CODE).layer()).isEqualTo(Layer.DOTENV);
        assertThat(settings.explain(KernelSettings.SILENCED_CHECKS).layer())
                .isEqualTo(Layer.DEFAULT);
    }

    @Test
    void namesFileLineAndNearestKeyOfAnUnknownOne() throws IOException {
        givenFile("settings.properties", "TIME_ZONE=UTC\nDEBGU=true\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("[settings.E001] There is no setting 'DEBGU'.")
                .hasMessageContaining("settings.properties:2")
                .hasMessageContaining("Did you mean 'DEBUG'?");
    }

    @Test
    void refusesAnUnknownFlag() {
        assertThatThrownBy(() -> read("LANGUAG_CODE=de"))
                .hasMessageContaining("'LANGUAG_CODE', from the flag")
                .hasMessageContaining("Did you mean 'LANGUAGE_CODE'?");
    }

    @Test
    void namesFileAndLineOfAWrongValue() throws IOException {
        givenFile(".env", "DEBUG=perhaps\n");

        assertThatThrownBy(this::read)
                .hasMessageContaining("[settings.E002] The setting DEBUG cannot be 'perhaps'.")
                .hasMessageContaining(".env:1")
                .hasMessageContaining("true or false was expected");
    }

    @Test
    void neverRepeatsASecretThatIsWrong() throws IOException {
        givenFile(".env", "DATABASE_URL=postgresql://ada:tops3cret@db:port/shop\n");

        assertThatThrownBy(this::read)
                .hasMessageContaining("settings.E002")
                .message()
                .doesNotContain("tops3cret");
    }

    @Test
    void warnsOnlyOfNearMissesInTheEnvironment() {
        environment.put("DEBGU", "true");
        environment.put("PATH", "/bin");
        environment.put("HOME", "/root");

        Settings settings = read();

        assertThat(settings.warnings())
                .containsExactly(
                        "The environment has DEBGU, which is no setting. Did you mean 'DEBUG'?");
    }

    @Test
    void printsNoSecret() {
        code.secretKey("tops3cret").database("postgresql://ada:tops3cret@db/shop");

        Settings settings = read();

        assertThat(settings.toString()).doesNotContain("tops3cret");
        assertThat(settings.explainAll().toString())
                .doesNotContain("tops3cret")
                .contains("SECRET_KEY=****", "DATABASE_URL=postgresql://ada:****@db/shop");
    }

    @Test
    void givesATestItsOwnValue() {
        Settings settings = read().freeze();

        Settings other = settings.with(KernelSettings.DEBUG, true);

        assertThat(other.get(KernelSettings.DEBUG)).isTrue();
        assertThat(settings.get(KernelSettings.DEBUG)).isFalse();
        assertThatThrownBy(() -> other.debug(false)).isInstanceOf(SettingsException.class);
    }

    @Test
    void takesMoreThanOneDatabase() {
        code.database("sqlite:main.db").database("replica", "sqlite:copy.db");
        environment.put("DATABASE_URL_REPLICA", "postgresql://db/replica");
        environment.put("DATABASE_URL_ARCHIVE", "sqlite:old.db");

        Map<String, ServiceUrl> urls = read().databases();

        assertThat(urls.keySet()).containsExactly("default", "archive", "replica");
        assertThat(urls)
                .hasEntrySatisfying("replica", url -> assertThat(url.host()).isEqualTo("db"));
    }

    @Test
    void hasOneSettingForTheDefaultDatabase() {
        environment.put("DATABASE_URL", "sqlite:main.db");
        environment.put("DATABASE_URL_DEFAULT", "sqlite:other.db");

        assertThat(KernelSettings.databaseUrl("default")).isSameAs(KernelSettings.DATABASE_URL);
        assertThat(KernelSettings.mailerUrl("default")).isSameAs(KernelSettings.MAILER_URL);
        assertThat(read().databases())
                .hasEntrySatisfying("default", url -> assertThat(url.path()).isEqualTo("main.db"))
                .hasSize(1);
    }

    @Test
    void saysWhatAMissingSettingIsFor() {
        assertThatThrownBy(() -> read().get(KernelSettings.SECRET_KEY))
                .hasMessageContaining("[settings.E003] The setting SECRET_KEY has no value.");
    }

    private void givenFile(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Settings read(String... flags) {
        return new SettingsSources(folder, environment, List.of(flags)).readInto(code.copy());
    }
}
