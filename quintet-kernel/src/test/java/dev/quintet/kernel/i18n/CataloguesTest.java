package dev.quintet.kernel.i18n;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.ngettext;
import static dev.quintet.kernel.i18n.Gettext.pgettext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CataloguesTest {

    private static final String POLISH =
            """
            msgid ""
            msgstr ""
            "Content-Type: text/plain; charset=UTF-8\\n"
            "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && "
            "(n%100<12 || n%100>14) ? 1 : 2);\\n"

            #. Translators: a record, not a photo album
            #: shop/Albums.java:12
            msgid "%(n)s album"
            msgid_plural "%(n)s albums"
            msgstr[0] "%(n)s album"
            msgstr[1] "%(n)s albumy"
            msgstr[2] "%(n)s albumów"

            msgctxt "month"
            msgid "May"
            msgstr "maj"

            #, fuzzy
            msgid "Hello"
            msgstr "Cześć?"

            msgid "Good\\n"
            "bye"
            msgstr "Żegnaj"

            msgid "Empty"
            msgstr ""
            """;

    private static final Catalogue CATALOGUE = Catalogue.parsePo(POLISH, "pl.po");

    @Test
    void choosesThePluralOfPolishAndArabic() {
        assertThat(List.of(1L, 2L, 5L, 12L, 22L, 112L))
                .extracting(n -> CATALOGUE.find(null, "%(n)s album", n))
                .containsExactly(
                        "%(n)s album",
                        "%(n)s albumy",
                        "%(n)s albumów",
                        "%(n)s albumów",
                        "%(n)s albumy",
                        "%(n)s albumów");
        PluralRule arabic = PluralRule.parse(KnownPlurals.of("ar"));
        assertThat(List.of(0L, 1L, 2L, 3L, 11L, 100L))
                .extracting(arabic::index)
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void neverUsesWhatIsFuzzyOrEmpty() {
        assertThat(CATALOGUE.find(null, "Hello")).isNull();
        assertThat(CATALOGUE.find(null, "Empty")).isNull();
        assertThat(CATALOGUE.find(null, "May")).isNull();
        assertThat(CATALOGUE.find("month", "May")).isEqualTo("maj");
        assertThat(CATALOGUE.find(null, "Good\nbye")).isEqualTo("Żegnaj");
    }

    @Test
    void readsWhatItWrites() {
        Catalogue again = Catalogue.parsePo(CATALOGUE.toPo(), "again.po");

        assertThat(again.messages()).isEqualTo(CATALOGUE.messages());
        assertThat(again.headers()).isEqualTo(CATALOGUE.headers());

        Catalogue compiled = Catalogue.parseMo(CATALOGUE.toMo(), "pl.mo");

        assertThat(compiled.messages()).hasSize(3);
        assertThat(compiled.find(null, "%(n)s album", 5)).isEqualTo("%(n)s albumów");
        assertThat(compiled.find("month", "May")).isEqualTo("maj");
    }

    @Test
    void readsAnyTextsThatItWrites() {
        var random = new Random(6);
        for (int round = 0; round < 500; round++) {
            var messages = new ArrayList<Message>();
            for (int i = 0; i < 5; i++) {
                messages.add(
                        new Message(
                                random.nextBoolean() ? null : anyText(random),
                                i + anyText(random),
                                null,
                                List.of("x" + anyText(random)),
                                false,
                                Remarks.NONE));
            }
            Catalogue written = Catalogue.of(Map.of("Language", "xx"), messages);

            assertThat(Catalogue.parsePo(written.toPo(), "a.po").messages()).isEqualTo(messages);
            Catalogue compiled = Catalogue.parseMo(written.toMo(), "a.mo");
            for (Message message : messages) {
                assertThat(compiled.find(message.context(), message.id()))
                        .isEqualTo(message.translations().getFirst());
            }
        }
    }

    @Test
    void namesTheLineAtFault() {
        assertThatThrownBy(() -> Catalogue.parsePo("msgid \"a\"\nmsgstr oops\n", "de.po"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("de.po:2")
                .hasMessageContaining("double quotes");
        assertThatThrownBy(() -> PluralRule.parse("nplurals=2; plural=n ! 1;"))
                .hasMessageContaining("kernel.E070");
    }

    @Test
    void survivesAnyDamageToACompiledFile() {
        byte[] good = CATALOGUE.toMo();
        var random = new Random(1);
        for (int round = 0; round < 5000; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i < 3; i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                Catalogue.parseMo(bad, "bad.mo");
            } catch (CatalogueException refused) {
                assertThat(refused.problem().code()).startsWith("kernel.E07");
            }
        }
    }

    @Test
    void speaksTheLanguageOfTheContext() {
        var polish = Language.of("pl");
        Context site =
                Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC())
                        .with(Translations.KEY, Translations.none().with(polish, CATALOGUE));
        var lazy = gettextLazy("Good\nbye");

        site.run(() -> assertThat(gettext("Good\nbye")).isEqualTo("Good\nbye"));
        polish.activateIn(site)
                .run(() -> {
                    assertThat(gettext("Good\nbye")).isEqualTo("Żegnaj");
                    assertThat(pgettext("month", "May")).isEqualTo("maj");
                    assertThat(ngettext("%(n)s album", "%(n)s albums", 2))
                            .isEqualTo("%(n)s albumy");
                    assertThat(lazy.toString()).isEqualTo("Żegnaj");
                });
        assertThat(lazy.toString()).isEqualTo("Good\nbye");
    }

    @Test
    void looksInTheGeneralLanguageToo(@TempDir Path folder) throws IOException {
        Path messages = Files.createDirectories(folder.resolve("pl/LC_MESSAGES"));
        Files.writeString(messages.resolve("django.po"), POLISH);
        Files.write(messages.resolve("djangojs.mo"), Catalogue.empty().toMo());

        var translations = Translations.from(List.of(folder, folder.resolve("none")));

        assertThat(translations.find(Language.of("pl-pl"), "month", "May")).isEqualTo("maj");
        assertThat(
                        Translations.scriptsFrom(List.of(folder))
                                .catalogue(Language.of("pl"))
                                .messages())
                .isEmpty();
    }

    @Test
    void handsACatalogueToBrowsers() {
        var evil =
                Catalogue.of(
                        Map.of(),
                        List.of(
                                new Message(
                                        null,
                                        "a",
                                        null,
                                        List.of("</script>"),
                                        false,
                                        Remarks.NONE)));

        assertThat(ScriptCatalogue.render(CATALOGUE.over(evil), Map.of("DECIMAL_SEPARATOR", ",")))
                .contains("\"month\\u0004May\":\"maj\"")
                .contains("(n) => Number((n==1 ? 0 :")
                .contains("\"DECIMAL_SEPARATOR\":\",\"")
                .doesNotContain("</script>");
    }

    private static String anyText(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append("a\"\\\n\té%#:\r".charAt(random.nextInt(10)));
        }
        return text.toString();
    }
}
