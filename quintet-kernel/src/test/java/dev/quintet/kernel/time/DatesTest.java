package dev.quintet.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.i18n.Language;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DatesTest {

    private static final LocalDateTime EVENING = LocalDateTime.of(2012, 1, 9, 18, 45, 30);
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @Test
    void writesEveryLetter() {
        assertThat(text("d D j l N w z W m M n F b E t L y Y o"))
                .isEqualTo(
                        "09 Mon 9 Monday Jan. 1 9 2 01 Jan 1 January jan January 31 True 12 2012 2012");
        assertThat(text("a A f g G h H i s u P S"))
                .isEqualTo("p.m. PM 6:45 6 18 06 18 45 30 000000 6:45 p.m. th");
        assertThat(DateFormat.of("e I O T Z c r U").format(EVENING.atZone(PRAGUE)))
                .isEqualTo(
                        "CET 0 +0100 CET 3600 2012-01-09T18:45:30+01:00 Mon, 09 Jan 2012 18:45:30"
                                + " +0100 1326131130");
    }

    @Test
    void lettersAfterABackslashStandForThemselves() {
        assertThat(text("Y\\Y jS \\o\\f F")).isEqualTo("2012Y 9th of January");
    }

    @Test
    void namesMonthsInTheLanguageOfThePage() {
        var format = DateFormat.of("j. F Y").in(Language.of("de"));

        assertThat(format.format(LocalDate.of(2024, 3, 1))).isEqualTo("1. März 2024");
    }

    @Test
    void saysNothingOfTheOffsetOfATimeThatTheClockSkips() {
        var skipped = LocalDateTime.of(2012, 3, 25, 2, 30);

        assertThat(DateFormat.of("H:i|O|Z").in(PRAGUE).format(skipped)).isEqualTo("02:30||");
    }

    @Test
    void refusesTheHourOfADate() {
        assertThatThrownBy(() -> DateFormat.of("H").format(LocalDate.EPOCH))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("found 'H'");
    }

    @Test
    void readsDatesInAllForms() {
        assertThat(DateParse.date("2024-2-29")).isEqualTo("2024-02-29");
        assertThat(DateParse.date("20240229")).isEqualTo("2024-02-29");
        assertThat(DateParse.date("2024-W05-3")).isEqualTo("2024-01-31");
        assertThat(DateParse.date("29.2.2024")).isNull();
        assertThatThrownBy(() -> DateParse.date("2023-02-29"))
                .isInstanceOf(DateTimeException.class);
        assertThat(DateParse.time("9:5")).isEqualTo(LocalTime.of(9, 5));
        assertThat(DateParse.dateTime("2012-4-9 4:8:16-0320"))
                .isEqualTo(OffsetDateTime.parse("2012-04-09T04:08:16-03:20"));
        assertThat(DateParse.dateTime("2012-04-09T04:08")).isInstanceOf(LocalDateTime.class);
    }

    @Test
    void readsTheDurationsItWrites() {
        var random = new Random(9);
        for (int round = 0; round < 2000; round++) {
            Duration any = Durations.ofMicros(random.nextLong() >> random.nextInt(60));

            assertThat(Durations.parse(Durations.format(any))).isEqualTo(any);
            assertThat(Durations.parse(Durations.formatIso(any))).isEqualTo(any);
            assertThat(Durations.ofMicros(Durations.toMicros(any))).isEqualTo(any);
        }
    }

    @Test
    void readsDurationsOfPeopleAndPostgres() {
        assertThat(Durations.parse("4 15:30")).isEqualTo(Duration.parse("P4DT15M30S"));
        assertThat(Durations.parse("-1 day +0:00:01")).isEqualTo(Duration.ofSeconds(-86399));
        assertThat(Durations.parse("P4Y")).isNull();
    }

    @Test
    void tellsHowLongAgoInTwoUnits() {
        var then = LocalDateTime.of(2022, 1, 31, 12, 0);

        assertThat(TimeSince.since(then, then.plusYears(1).plusDays(40)))
                .isEqualTo("1\u00A0year, 1\u00A0month");
        assertThat(TimeSince.since(then, then.plusDays(9).plusHours(1)))
                .isEqualTo("1\u00A0week, 2\u00A0days");
        assertThat(TimeSince.since(then, then.minusSeconds(1))).isEqualTo("0\u00A0minutes");
        assertThat(TimeSince.until(then.plusHours(2), then, 1)).isEqualTo("2\u00A0hours");
    }

    @Test
    void showsMomentsInTheZoneItIsGiven() {
        var lahore = DateFormat.of("H:i").in(ZoneId.of("Asia/Karachi"));

        assertThat(lahore.format(Instant.parse("2024-01-01T12:00:00Z"))).isEqualTo("17:00");
    }

    private static String text(String letters) {
        return DateFormat.of(letters).in(Language.ENGLISH).format(EVENING);
    }
}
