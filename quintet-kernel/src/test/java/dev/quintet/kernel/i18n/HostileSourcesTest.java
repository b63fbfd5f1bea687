package dev.quintet.kernel.i18n;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sources and catalogues of any content come to an end; the time is a guard against hanging.
class HostileSourcesTest {

    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{%",
                "{{",
                "{#",
                "{% blocktranslate %}",
                "{% comment %}",
                "_(\"",
                "_('",
                "{{ _(\"a\") }}",
                "{% translate \"a\" %}",
                "gettext(",
                "gettext(\"a\" + ",
                "`",
                "${",
                "`${",
                "`${`",
                "/*",
                "//",
                "/",
                "=/",
                "\"",
                "\"\"\"",
                "\\",
                "\\u",
                "(",
                "}",
                "pgettext(\"a\",",
                "/* Translators: */ gettext(\"a\");"
            })
    void sourcesOfTheSameEnd(String piece) {
        endsOn(piece.repeat(40_000 / piece.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{%", "{{ _(\"a\") }}", "`${", "/", "gettext(", "_(\"", "}"})
    @Tag("full")
    void megabytesOfTheSameEnd(String piece) {
        endsOn(piece.repeat(1_000_000 / piece.length()));
    }

    private static void endsOn(String text) {
        assertTimeoutPreemptively(
                FAR_TOO_LONG,
                () -> {
                    SourceTexts.java(text, "A.java");
                    SourceTexts.script(text, "a.js");
                    TemplateTexts.of(text, "a.html");
                });
    }

    @Test
    void brokenCataloguesAreRefusedAndNothingElse() {
        var random = new Random(5);
        byte[] whole =
                Catalogue.parsePo(
                                """
                                msgid ""
                                msgstr "Plural-Forms: nplurals=2; plural=n != 1;\\n"

                                msgctxt "c"
                                msgid "a"
                                msgid_plural "b"
                                msgstr[0] "x"
                                msgstr[1] "y"
                                """,
                                "a.po")
                        .toMo();
        for (int round = 0; round < 5000; round++) {
            byte[] broken = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> read(broken)).doesNotThrowAnyException();
        }
        String text = Catalogue.parseMo(whole, "a.mo").toPo();
        for (int round = 0; round < 5000; round++) {
            var broken = new StringBuilder(text);
            for (int i = random.nextInt(4); i >= 0; i--) {
                char c = "\"\\\n#~|:,[]0n?(".charAt(random.nextInt(14));
                broken.setCharAt(random.nextInt(broken.length()), c);
            }
            assertThatCode(() -> readPo(broken.toString())).doesNotThrowAnyException();
        }
    }

    private static void read(byte[] bytes) {
        try {
            Catalogue.parseMo(bytes, "a.mo").find("c", "a", 3);
            readPo(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (CatalogueException refused) {
            // as is said
        }
    }

    private static void readPo(String text) {
        try {
            Catalogue read = Catalogue.parsePo(text, "a.po");
            read.find("c", "a", 3);
            Catalogue.parsePo(read.toPo(), "again.po");
        } catch (CatalogueException refused) {
            // as is said
        }
    }
}
