package dev.quintet.kernel.formats;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.text.NumberStyle;
import dev.quintet.kernel.text.Numbers;
import dev.quintet.kernel.time.DateFormat;
import dev.quintet.kernel.time.TimeZones;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.Temporal;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The formats of a language: for dates and numbers on a page, and for those that readers type.
///
/// Immutable, safe for many threads. The formats of English as Americans write it are Django's;
/// those of all other languages are made of the JDK's (CLDR). Digits are always ASCII.
public final class Formats {

    /// Where a site holds its own formats.
    public static final ContextKey<Map<Language, Formats>> OWN = ContextKey.named("formats");

    private static final Map<Language, Formats> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 500;
    private static final Set<String> INDIAN_GROUPS =
            Set.of("as", "bn", "gu", "hi", "kn", "ml", "mr", "ne", "or", "pa", "ta", "te");
    private static final Map<String, String> ENGLISH =
            Map.of(
                    "DATE_FORMAT", "N j, Y",
                    "TIME_FORMAT", "P",
                    "DATETIME_FORMAT", "N j, Y, P",
                    "YEAR_MONTH_FORMAT", "F Y",
                    "MONTH_DAY_FORMAT", "F j",
                    "SHORT_DATE_FORMAT", "m/d/Y",
                    "SHORT_DATETIME_FORMAT", "m/d/Y P");
    private final Language language;
    private final Map<String, String> letters;
    private final NumberStyle numbers;
    private final DayOfWeek firstDayOfWeek;
    private final TypedDates dates;

    private Formats(Language language) {
        this.language = language;
        if (language.code().equals("en") || language.code().equalsIgnoreCase("en-us")) {
            letters = ENGLISH;
            numbers = NumberStyle.GROUPED;
            firstDayOfWeek = DayOfWeek.SUNDAY;
            dates = TypedDates.ENGLISH;
            return;
        }
        Locale locale = language.locale();
        String date = CldrPattern.letters(pattern(FormatStyle.LONG, null, locale));
        String timeCldr = pattern(null, FormatStyle.SHORT, locale);
        String time = CldrPattern.letters(timeCldr);
        String shortCldr = pattern(FormatStyle.SHORT, null, locale);
        String shortDate = CldrPattern.letters(shortCldr);
        letters =
                Map.of(
                        "DATE_FORMAT",
                        date,
                        "TIME_FORMAT",
                        time,
                        "DATETIME_FORMAT",
                        date + " " + time,
                        "YEAR_MONTH_FORMAT",
                        skeleton("yMMMM", locale, "F Y"),
                        "MONTH_DAY_FORMAT",
                        skeleton("MMMMd", locale, "j F"),
                        "SHORT_DATE_FORMAT",
                        shortDate,
                        "SHORT_DATETIME_FORMAT",
                        shortDate + " " + time);
        // Digits are written in ASCII, so what stands between them is that of ASCII digits.
        var symbols =
                DecimalFormatSymbols.getInstance(
                        new Locale.Builder()
                                .setLocale(locale)
                                .setUnicodeLocaleKeyword("nu", "latn")
                                .build());
        boolean indian =
                INDIAN_GROUPS.contains(locale.getLanguage())
                        || (language.english() && locale.getCountry().equals("IN"));
        numbers =
                new NumberStyle(
                        String.valueOf(symbols.getDecimalSeparator()),
                        null,
                        String.valueOf(symbols.getGroupingSeparator()),
                        indian ? List.of(3, 2) : List.of(3));
        firstDayOfWeek = WeekFields.of(locale).getFirstDayOfWeek();
        dates = TypedDates.of(CldrPattern.strftime(shortCldr), timeCldr);
    }

    private Formats(Formats other, FormatChanges changes) {
        language = other.language;
        var all = new HashMap<>(other.letters);
        all.putAll(changes.letters());
        letters = Map.copyOf(all);
        numbers = changes.numbers(other.numbers);
        firstDayOfWeek = changes.firstDayOfWeek(other.firstDayOfWeek);
        dates = changes.dates(other.dates);
    }

    /// {@return the formats of a language: those that the running code's site has of its own for it
    /// or for its more general one, if it has some}
    public static Formats of(Language language) {
        Context context = Context.find();
        Map<Language, Formats> own = context == null ? null : context.find(OWN).orElse(null);
        if (own == null || own.isEmpty()) {
            return usual(language);
        }
        Formats found = own.getOrDefault(language, own.get(language.generic()));
        return found == null ? usual(language) : found;
    }

    static Formats usual(Language language) {
        Formats known = KNOWN.get(language);
        if (known == null) {
            known = new Formats(language);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(language, known);
            }
        }
        return known;
    }

    /// {@return the formats of the active language}
    public static Formats active() {
        return of(Language.active());
    }

    /// {@return the formats that a site has of its own, in `LOCALE_PATHS`: those of German in
    /// `de/formats.properties`}
    ///
    /// A file holds lines such as `SHORT_DATE_FORMAT=j.n.y`, by the names of {@link #byName}; input
    /// formats are divided by `|`. What it does not name stays as it is. Django:
    /// `FORMAT_MODULE_PATH`.
    ///
    /// @throws FormatsException when a file cannot be read or says what cannot be
    public static Map<Language, Formats> ownOf(Settings settings) {
        return FormatFiles.read(settings);
    }

    /// {@return these formats with some of them replaced, by the names of {@link #byName}}
    ///
    /// @param changes text; lists are divided by `|`
    /// @throws FormatsException when a name is unknown or a value is none of its kind
    public Formats with(Map<String, String> changes) {
        return with(new FormatChanges(changes, "the formats of " + language));
    }

    Formats with(FormatChanges changes) {
        return new Formats(this, changes);
    }

    private static String pattern(
            @Nullable FormatStyle date, @Nullable FormatStyle time, Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                date, time, IsoChronology.INSTANCE, locale);
    }

    private static String skeleton(String template, Locale locale, String otherwise) {
        try {
            return CldrPattern.letters(
                    DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                            template, IsoChronology.INSTANCE, locale));
        } catch (java.time.DateTimeException unknown) {
            return otherwise;
        }
    }

    /// {@return the letters of a format by Django's name, such as `DATE_FORMAT`; letters are
    /// returned as they are}
    public String letters(String nameOrLetters) {
        return letters.getOrDefault(nameOrLetters, nameOrLetters);
    }

    /// {@return all formats by Django's names, as a page's scripts ask for them: text, numbers and
    /// lists of text}
    ///
    /// Django: `get_formats`.
    public Map<String, Object> byName() {
        var all = new TreeMap<String, Object>(letters);
        all.put("DECIMAL_SEPARATOR", numbers.decimalSeparator());
        all.put("THOUSAND_SEPARATOR", numbers.groupSeparator());
        all.put("NUMBER_GROUPING", numbers.groups().isEmpty() ? 0 : numbers.groups().getFirst());
        all.put("FIRST_DAY_OF_WEEK", firstDayOfWeek().getValue() % 7);
        all.put("DATE_INPUT_FORMATS", dateInputs().stream().map(DatePattern::pattern).toList());
        all.put("TIME_INPUT_FORMATS", timeInputs().stream().map(DatePattern::pattern).toList());
        all.put(
                "DATETIME_INPUT_FORMATS",
                dateTimeInputs().stream().map(DatePattern::pattern).toList());
        return all;
    }

    /// {@return a date, a time or a moment in a format}
    ///
    /// @param nameOrLetters such as `SHORT_DATE_FORMAT` or `j. F`
    public String date(Temporal time, String nameOrLetters) {
        return DateFormat.of(letters(nameOrLetters)).in(language).format(time);
    }

    /// {@return a date, a time or a moment as this language writes it}
    public String date(Temporal time) {
        return date(
                time,
                switch (time) {
                    case LocalDate _ -> "DATE_FORMAT";
                    case LocalTime _ -> "TIME_FORMAT";
                    default -> "DATETIME_FORMAT";
                });
    }

    /// {@return how this language writes numbers, with groups of digits}
    public NumberStyle numbers() {
        return numbers;
    }

    /// {@return a number as this language writes it, with groups of digits; never rounded}
    public String number(Number number) {
        return Numbers.format(number, numbers);
    }

    /// {@return a number with so many decimals, cut and not rounded}
    public String number(Number number, int decimals) {
        return Numbers.format(number, numbers.withDecimals(decimals));
    }

    /// {@return a number that a reader typed, in the form that Java reads: `1.234,56` is `1234.56`
    /// in German}
    ///
    /// What is no number comes out as something that is none either. Django: `sanitize_separators`.
    public String sanitize(String typed) {
        String text = TypedText.ascii(typed);
        String whole = text;
        String part = null;
        int at = text.indexOf(numbers.decimalSeparator());
        if (at >= 0) {
            whole = text.substring(0, at);
            part = text.substring(at + numbers.decimalSeparator().length());
        }
        String between = TypedText.ascii(numbers.groupSeparator());
        int dot = whole.indexOf('.');
        boolean meantDecimals =
                between.equals(".")
                        && dot >= 0
                        && dot == whole.lastIndexOf('.')
                        && whole.length() - dot != 4;
        if (!meantDecimals && !between.isEmpty()) {
            whole = whole.replace(between, "");
        }
        return part == null ? whole : whole + "." + part;
    }

    /// {@return the number that a reader typed, or `null` when it is none}
    public @Nullable BigDecimal parseNumber(String typed) {
        String text = sanitize(typed.strip());
        boolean fine =
                !text.isEmpty()
                        && text.length() <= 1000
                        && text.chars()
                                .allMatch(c -> (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
        try {
            return fine ? new BigDecimal(text) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /// {@return the patterns in which readers type dates, the usual one first}
    public List<DatePattern> dateInputs() {
        return dates.dates();
    }

    /// {@return the patterns in which readers type times, the usual one first}
    public List<DatePattern> timeInputs() {
        return dates.times();
    }

    /// {@return the patterns in which readers type dates with times, the usual one first}
    public List<DatePattern> dateTimeInputs() {
        return dates.both();
    }

    /// {@return the date that a reader typed, or `null` when it is none}
    public @Nullable LocalDate parseDate(String typed) {
        return first(dateInputs(), typed, DatePattern::parseDate);
    }

    /// {@return the time that a reader typed, or `null` when it is none}
    public @Nullable LocalTime parseTime(String typed) {
        return first(timeInputs(), typed, DatePattern::parseTime);
    }

    /// {@return the date and time that a reader typed, or `null` when it is none}
    public @Nullable LocalDateTime parseDateTime(String typed) {
        return first(dateTimeInputs(), typed, DatePattern::parse);
    }

    /// {@return the moment that a reader in the active time zone means by a date and time, or
    /// `null` when it is none, or one that a clock skips or shows twice}
    public @Nullable Instant parseMoment(String typed) {
        LocalDateTime local = parseDateTime(typed);
        if (local == null) {
            return null;
        }
        var offsets = TimeZones.active().getRules().getValidOffsets(local);
        return offsets.size() == 1 ? local.toInstant(offsets.getFirst()) : null;
    }

    private static <T> @Nullable T first(
            List<DatePattern> patterns,
            String typed,
            BiFunction<DatePattern, String, @Nullable T> parse) {
        String text = TypedText.ascii(typed).strip();
        for (DatePattern pattern : patterns) {
            T found = parse.apply(pattern, text);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// {@return a value as the form field of a reader shall show it: numbers with the language's
    /// point, dates in the first of the input patterns}
    public String input(Object value) {
        return switch (value) {
            case Number number -> Numbers.format(number, numbers.ungrouped());
            case LocalDate date -> dateInputs().getFirst().format(date);
            case LocalDateTime both -> dateTimeInputs().getFirst().format(both);
            case LocalTime time -> timeInputs().getFirst().format(time);
            default -> Objects.toString(value);
        };
    }

    /// {@return the day that weeks begin on}
    public DayOfWeek firstDayOfWeek() {
        return firstDayOfWeek;
    }
}
