package dev.quintet.kernel.time;

import dev.quintet.kernel.i18n.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes dates and times by the letters of PHP and Django: `"N j, Y, P"`.
///
/// Immutable, safe for many threads; keep one for a format that is used often. A backslash makes a
/// letter harmless. Without a call of {@link #in(Language)} or {@link #in(ZoneId)} the active ones
/// are used.
public final class DateFormat {

    private static final String LETTERS = "aAbcdDeEfFgGhHiIjlLmMnNoOPrsStTUuwWyYzZ";

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Letter(char letter) implements Part {}

    private final List<Part> parts;
    private final @Nullable Language language;
    private final @Nullable ZoneId zone;

    private DateFormat(List<Part> parts, @Nullable Language language, @Nullable ZoneId zone) {
        this.parts = parts;
        this.language = language;
        this.zone = zone;
    }

    /// {@return the format of these letters}
    public static DateFormat of(String letters) {
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            boolean harmless = i > 0 && letters.charAt(i - 1) == '\\';
            if (LETTERS.indexOf(c) >= 0 && !harmless) {
                flush(literal, parts);
                parts.add(new Letter(c));
            } else {
                literal.append(c);
            }
        }
        flush(literal, parts);
        return new DateFormat(List.copyOf(parts), null, null);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (literal.isEmpty()) {
            return;
        }
        var text = new StringBuilder(literal.length());
        for (int i = 0; i < literal.length(); i++) {
            boolean escape =
                    literal.charAt(i) == '\\'
                            && i + 1 < literal.length()
                            && literal.charAt(i + 1) != '\n';
            text.append(literal.charAt(escape ? ++i : i));
        }
        parts.add(new Literal(text.toString()));
        literal.setLength(0);
    }

    /// {@return this format with the names of a language}
    public DateFormat in(Language language) {
        return new DateFormat(parts, language, zone);
    }

    /// {@return this format for that zone: where moments are shown, and what dates without a zone
    /// are taken to be in}
    public DateFormat in(ZoneId zone) {
        return new DateFormat(parts, language, zone);
    }

    /// {@return a date, a time, both, or a moment as text}
    ///
    /// @param time a {@link LocalDate}, {@link LocalTime}, {@link LocalDateTime}, {@link
    ///   ZonedDateTime}, {@link OffsetDateTime} or {@link Instant}
    /// @throws UnsupportedTemporalTypeException when a letter asks for what `time` has not, such as
    ///   the hour of a date
    public String format(Temporal time) {
        ZoneId place = zone == null ? TimeZones.active() : zone;
        Temporal shown =
                switch (time) {
                    case Instant instant -> instant.atZone(place);
                    case OffsetDateTime offset -> offset.toZonedDateTime();
                    case LocalDate date -> date;
                    case LocalTime clock -> clock;
                    case LocalDateTime both -> both;
                    case ZonedDateTime zoned -> zoned;
                    default ->
                            throw new UnsupportedTemporalTypeException(
                                    "A date or time was expected, not a "
                                            + time.getClass().getName());
                };
        var names = new DateNames(language == null ? Language.active() : language);
        var letters = new DateLetters(shown, place, names);
        var out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> out.append(literal.text());
                case Letter letter -> letters.append(letter.letter(), out);
            }
        }
        return out.toString();
    }
}
