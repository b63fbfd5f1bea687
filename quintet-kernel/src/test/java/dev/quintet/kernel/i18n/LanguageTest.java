package dev.quintet.kernel.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private static final LanguageChoice CHOICE =
            new LanguageChoice(
                    List.of(
                            Language.of("en"),
                            Language.of("de"),
                            Language.of("pt-br"),
                            Language.of("zh-hans")),
                    Language.ENGLISH);

    @Test
    void asksPathThenSessionThenCookieThenHeader() {
        assertThat(CHOICE.choose("/de/about/", "en", "pt-br", "zh-cn").code()).isEqualTo("de");
        assertThat(CHOICE.choose("/about/", "de", "pt-br", "zh-cn").code()).isEqualTo("de");
        assertThat(CHOICE.choose(null, null, "pt-br", "de").code()).isEqualTo("pt-br");
        assertThat(CHOICE.choose(null, "xx", "yy", "de-at, en").code()).isEqualTo("de");
        assertThat(CHOICE.choose(null, null, null, null)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void takesTheNearestLanguage() {
        assertThat(CHOICE.variant("zh-cn", false)).contains(Language.of("zh-hans"));
        assertThat(CHOICE.variant("pt", false)).contains(Language.of("pt-br"));
        assertThat(CHOICE.variant("pt", true)).isEmpty();
        assertThat(CHOICE.variant("../../etc", false)).isEmpty();
        assertThat(CHOICE.variant("de-" + "x".repeat(10_000), true)).isEmpty();
    }

    @Test
    void namesFoldersAndLanguages() {
        assertThat(Language.of("zh-hans").localeName()).isEqualTo("zh_Hans");
        assertThat(Language.of("pt-br").localeName()).isEqualTo("pt_BR");
        assertThat(Language.ofLocaleName("zh_Hans")).isEqualTo(Language.of("zh-hans"));
        assertThat(Language.of("de").nameLocal()).isEqualTo("Deutsch");
        assertThat(Language.of("ur").rightToLeft()).isTrue();
        assertThat(Language.of("de-at").rightToLeft()).isFalse();
    }
}
