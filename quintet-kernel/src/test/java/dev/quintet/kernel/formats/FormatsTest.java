package dev.quintet.kernel.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.time.TimeZones;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

    private static final Formats GERMAN = Formats.of(Language.of("de"));
    private static final Formats ENGLISH = Formats.of(Language.ENGLISH);

    @Test
    void writesAsTheLanguageDoes() {
        var date = LocalDate.of(2024, 3, 1);

        assertThat(GERMAN.date(date)).isEqualTo("1. März 2024");
        assertThat(GERMAN.date(date, "SHORT_DATE_FORMAT")).isEqualTo("01.03.2024");
        assertThat(ENGLISH.date(date)).isEqualTo("March 1, 2024");
        assertThat(ENGLISH.date(date.atTime(15, 0))).isEqualTo("March 1, 2024, 3 p.m.");
        assertThat(GERMAN.number(new BigDecimal("1234.56"))).isEqualTo("1.234,56");
        assertThat(Formats.of(Language.of("hi")).number(1234567)).isEqualTo("12,34,567");
    }

    @Test
    void readsWhatGermansType() {
        assertThat(GERMAN.parseNumber("1.234,56")).isEqualTo("1234.56");
        assertThat(GERMAN.parseNumber("1.5")).isEqualTo("1.5");
        assertThat(GERMAN.parseNumber("1,5x")).isNull();
        assertThat(GERMAN.parseDate("1.3.2024")).isEqualTo("2024-03-01");
        assertThat(GERMAN.parseDate("2024-03-01")).isEqualTo("2024-03-01");
        assertThat(GERMAN.parseDate("31.2.2024")).isNull();
        assertThat(ENGLISH.parseDate("Mar 1, 2024")).isEqualTo("2024-03-01");
        assertThat(ENGLISH.parseTime("9:05")).isEqualTo(LocalTime.of(9, 5));
        assertThat(GERMAN.parseDateTime("1.3.2024 9:05")).isEqualTo("2024-03-01T09:05");
    }

    @Test
    void readsWhatItPutsIntoForms() {
        var random = new Random(11);
        for (String code : new String[] {"en", "de", "fr", "pl", "ja", "fi", "hu", "pt-br"}) {
            Formats formats = Formats.of(Language.of(code));
            for (int round = 0; round < 200; round++) {
                LocalDateTime time =
                        LocalDate.of(1970, 1, 1)
                                .plusDays(random.nextInt(30_000))
                                .atTime(random.nextInt(24), random.nextInt(60), 7);
                BigDecimal number = BigDecimal.valueOf(random.nextInt(), random.nextInt(5));

                assertThat(formats.parseDate(formats.input(time.toLocalDate())))
                        .isEqualTo(time.toLocalDate());
                assertThat(formats.parseDateTime(formats.input(time))).isEqualTo(time);
                assertThat(formats.parseNumber(formats.input(number))).isEqualTo(number);
            }
        }
    }

    @Test
    void speaksTheEnglishOfEachCountry() {
        Formats british = Formats.of(Language.of("en-gb"));

        assertThat(british.date(LocalDate.of(2024, 12, 31), "SHORT_DATE_FORMAT"))
                .isEqualTo("31/12/2024");
        assertThat(british.parseDate("31/12/2024")).isEqualTo("2024-12-31");
        assertThat(british.firstDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Formats.of(Language.of("en-us")).parseDate("12/31/2024"))
                .isEqualTo("2024-12-31");
        assertThat(Formats.of(Language.of("en-in")).number(1234567)).isEqualTo("12,34,567");
    }

    @Test
    void readsWhatTheKeyboardsOfLanguagesType() {
        assertThat(Formats.of(Language.of("fr")).parseNumber("1\u00A0234,5")).isEqualTo("1234.5");
        assertThat(Formats.of(Language.of("fr")).parseNumber("1 234,5")).isEqualTo("1234.5");
        assertThat(Formats.of(Language.of("de-ch")).parseNumber("1'234.5")).isEqualTo("1234.5");
        assertThat(Formats.of(Language.of("fa")).parseNumber("۱۲۳۴٫۵")).isEqualTo("1234.5");
        assertThat(Formats.of(Language.of("ar")).parseDate("٣١/١٢/٢٠٢٤")).isEqualTo("2024-12-31");
        assertThat(Formats.of(Language.of("ar")).parseDate("31/12/2024")).isEqualTo("2024-12-31");
        assertThat(Formats.of(Language.of("hu")).parseDate("2024.12.31")).isEqualTo("2024-12-31");
        assertThat(Formats.of(Language.of("ko")).parseDate("2024. 12. 31."))
                .isEqualTo("2024-12-31");
        assertThat(Formats.of(Language.of("pl")).parseDate("31/12/2024")).isEqualTo("2024-12-31");
        assertThat(Formats.of(Language.of("fi")).parseDateTime("31.12.2024 9.05"))
                .isEqualTo("2024-12-31T09:05");
        assertThat(GERMAN.parseDateTime("2024-12-31")).isEqualTo("2024-12-31T00:00");
    }

    @Test
    void readsMomentsInTheReadersZone() {
        Context inBerlin =
                TimeZones.activate(
                        Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC()),
                        ZoneId.of("Europe/Berlin"));

        assertThat(inBerlin.call(() -> ENGLISH.parseMoment("2024-03-31 02:30"))).isNull();
        assertThat(inBerlin.call(() -> ENGLISH.parseMoment("2024-03-31 03:30")))
                .isEqualTo("2024-03-31T01:30:00Z");
    }

    @Test
    void leavesOutEras() {
        assertThat(Formats.of(Language.of("th")).letters("DATE_FORMAT")).isEqualTo("j E Y");
    }

    @Test
    void takesTheFormatsOfASite(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("de_AT"));
        Files.writeString(
                folder.resolve("de_AT/formats.properties"),
                """
                SHORT_DATE_FORMAT=j.n.y
                DATE_INPUT_FORMATS=%d.%m.%y|%Y-%m-%d
                THOUSAND_SEPARATOR=\\u0020
                FIRST_DAY_OF_WEEK=0
                """);
        Settings settings =
                new Settings().set(LanguageSettings.LOCALE_PATHS, List.of(folder.toString()));
        Context site =
                Context.of(settings, Apps.of(List.of()), Clock.systemUTC())
                        .with(Formats.OWN, Formats.ownOf(settings));

        Language.of("de-at")
                .activateIn(site)
                .run(() -> {
                    Formats own = Formats.active();
                    assertThat(own.date(LocalDate.of(2024, 3, 1), "SHORT_DATE_FORMAT"))
                            .isEqualTo("1.3.24");
                    assertThat(own.parseDate("1.3.24")).isEqualTo("2024-03-01");
                    assertThat(own.number(1234)).isEqualTo("1 234");
                    assertThat(own.firstDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
                    assertThat(Formats.of(Language.of("de")).number(1234)).isEqualTo("1.234");
                });
    }

    @Test
    void refusesFormatsThatAreNone() {
        assertThatThrownBy(() -> GERMAN.with(Map.of("DATE_FORMATS", "j")))
                .isInstanceOf(FormatsException.class)
                .hasMessageContaining("Did you mean 'DATE_FORMAT'?");
        assertThatThrownBy(() -> GERMAN.with(Map.of("TIME_INPUT_FORMATS", "%H.%Q")))
                .isInstanceOf(FormatsException.class)
                .hasMessageContaining("%Q");
        assertThatThrownBy(() -> GERMAN.with(Map.of("FIRST_DAY_OF_WEEK", "7")))
                .isInstanceOf(FormatsException.class);
    }

    @Test
    void readsPatternsOfC() {
        var pattern = new DatePattern("%d %B %Y %I:%M %p");

        assertThat(pattern.parse("5 march 2024 12:30 am")).isEqualTo("2024-03-05T00:30");
        assertThat(pattern.format(LocalDateTime.of(2024, 3, 5, 13, 5)))
                .isEqualTo("05 March 2024 01:05 PM");
        assertThatThrownBy(() -> new DatePattern("%Q"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNumbersInWords() {
        assertThat(Humanize.ordinal(112)).isEqualTo("112th");
        assertThat(Humanize.ordinal(22)).isEqualTo("22nd");
        assertThat(Humanize.intWord(new BigInteger("1250000"))).isEqualTo("1.3 million");
        assertThat(Humanize.intWord(BigInteger.TEN.pow(100))).isEqualTo("1.0 googol");
        assertThat(Humanize.intComma(-1234567)).isEqualTo("-1,234,567");
        assertThat(Humanize.apNumber(7)).isEqualTo("seven");
    }

    @Test
    void saysThemInTheVisitorsLanguage() {
        Context german =
                Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC())
                        .with(Translations.KEY, Translations.beside(LanguageSettings.class))
                        .with(Language.KEY, Language.of("de"));
        var today = LocalDate.of(2024, 3, 1);
        var now = today.atTime(12, 0);

        german.run(() -> {
            assertThat(Humanize.intWord(new BigInteger("1250000"))).isEqualTo("1,3 Millionen");
            assertThat(Humanize.naturalTime(now.minusMinutes(3), now))
                    .isEqualTo("vor 3\u00A0Minuten");
            assertThat(Humanize.naturalTime(now.minusMinutes(1), now))
                    .isEqualTo("vor einer Minute");
            assertThat(Humanize.naturalDay(today.plusDays(1), today, "j. n.")).isEqualTo("morgen");
            assertThat(Humanize.apNumber(7)).isEqualTo("sieben");
        });
    }

    @Test
    void saysDaysInWords() {
        var today = LocalDate.of(2024, 3, 1);
        var now = today.atTime(12, 0);

        assertThat(Humanize.naturalDay(today.minusDays(1), today, "j. n.")).isEqualTo("yesterday");
        assertThat(Humanize.naturalDay(today.minusDays(2), today, "j. n.")).isEqualTo("28. 2.");
        assertThat(Humanize.naturalTime(now.minusMinutes(3), now)).isEqualTo("3\u00A0minutes ago");
        assertThat(Humanize.naturalTime(now.plusHours(1), now)).isEqualTo("an hour from now");
        assertThat(Humanize.naturalTime(now.minusDays(9), now))
                .isEqualTo("1\u00A0week, 2\u00A0days ago");
    }
}
