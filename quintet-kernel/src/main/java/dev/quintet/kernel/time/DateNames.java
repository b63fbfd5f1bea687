package dev.quintet.kernel.time;

import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.Translations;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Names of months, days and halves of days in a language: those of the site's catalogue if it has
/// them, else those of the JDK (CLDR).
record DateNames(Language language) {

    private static final List<String> ASSOCIATED_PRESS =
            List.of(
                    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.",
                    "Oct.", "Nov.", "Dec.");

    String month(Month month) {
        return named(
                null, english(month), month.getDisplayName(TextStyle.FULL_STANDALONE, locale()));
    }

    /// As it is said within a date: a genitive in many languages.
    String monthInDate(Month month) {
        return named("alt. month", english(month), month.getDisplayName(TextStyle.FULL, locale()));
    }

    /// In three letters.
    String monthShort(Month month) {
        String id = english(month).substring(0, 3).toLowerCase(Locale.ROOT);
        String cldr = month.getDisplayName(TextStyle.SHORT, locale());
        return named(null, id, language.english() ? id : cldr);
    }

    /// As the Associated Press abbreviates it.
    String monthAbbreviated(Month month) {
        String id = ASSOCIATED_PRESS.get(month.getValue() - 1);
        String cldr = month.getDisplayName(TextStyle.SHORT, locale());
        return named("abbrev. month", id, language.english() ? id : cldr);
    }

    String day(DayOfWeek day) {
        String id = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return named(null, id, day.getDisplayName(TextStyle.FULL_STANDALONE, locale()));
    }

    String dayShort(DayOfWeek day) {
        String id = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return named(null, id, day.getDisplayName(TextStyle.SHORT_STANDALONE, locale()));
    }

    /// `a.m.` and the like, or `AM`.
    String half(boolean afternoon, boolean capitals) {
        String id = capitals ? afternoon ? "PM" : "AM" : afternoon ? "p.m." : "a.m.";
        return named(
                null,
                id,
                language.english()
                        ? id
                        : DateTimeFormatter.ofPattern("a", locale())
                                .format(LocalTime.of(afternoon ? 13 : 1, 0)));
    }

    /// A word that English has for itself and other languages in their catalogues.
    @Nullable String word(String id) {
        return language.english() ? id : Translations.current().find(language, null, id);
    }

    private String named(@Nullable String context, String id, String cldr) {
        if (language.english()) {
            return cldr;
        }
        String found = Translations.current().find(language, context, id);
        return found == null ? cldr : found;
    }

    private static String english(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private Locale locale() {
        return language.locale();
    }
}
