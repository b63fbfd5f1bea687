package dev.quintet.template;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.time.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The filter `json_script`: a value as JSON inside a `script` element, for scripts to read.
final class JsonScript {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private JsonScript() {}

    static Object apply(@Nullable Object value, @Nullable Object id, Frame frame) {
        String json = Escape.json(spaced(Json.ascii(exact(value, 0))));
        boolean named = id != Missing.ABSENT && id != null && !Texts.plain(frame, id).isEmpty();
        String attribute = named ? " id=\"" + Texts.html(frame, id) + "\"" : "";
        return new SafeString(
                "<script" + attribute + " type=\"application/json\">" + json + "</script>");
    }

    /// Decimals as text, which no script rounds.
    private static @Nullable Object exact(@Nullable Object value, int depth) {
        if (depth > Json.DEPTH) {
            return value;
        }
        return switch (value) {
            case BigDecimal decimal -> decimal.toString();
            case Duration span -> Durations.formatIso(span);
            case Temporal time -> millis(time);
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, each) -> copy.put(String.valueOf(key), exact(each, depth + 1)));
                yield copy;
            }
            case Collection<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(each -> copy.add(exact(each, depth + 1)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    /// A time with three digits of its second, which is what scripts read.
    private static Object millis(Temporal time) {
        boolean fine =
                time.isSupported(ChronoField.NANO_OF_SECOND)
                        && time.get(ChronoField.NANO_OF_SECOND) != 0;
        return switch (time) {
            case LocalTime at when fine -> CLOCK.format(at);
            case LocalDateTime at when fine -> MOMENT.format(at);
            case OffsetDateTime at when fine -> MOMENT.format(at) + at.getOffset();
            case ZonedDateTime at when fine -> MOMENT.format(at) + at.getOffset();
            case Instant at when fine -> MOMENT.format(at.atOffset(ZoneOffset.UTC)) + "Z";
            default -> time;
        };
    }

    /// JSON with a space behind each comma and colon, as Python writes it.
    private static String spaced(String json) {
        var out = new StringBuilder(json.length() + json.length() / 8);
        boolean text = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            out.append(c);
            if (text && c == '\\') {
                out.append(json.charAt(++i));
            } else if (c == '"') {
                text = !text;
            } else if (!text && (c == ',' || c == ':')) {
                out.append(' ');
            }
        }
        return out.toString();
    }
}
