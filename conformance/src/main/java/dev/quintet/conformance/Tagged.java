package dev.quintet.conformance;

import dev.quintet.kernel.text.SafeString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decodes tagged JSON: objects such as `{"$decimal": "1.50"}` stand for values that JSON lacks.
/// Immutable.
public final class Tagged {

    /// Makes the value of one tag.
    @FunctionalInterface
    public interface Decoder {

        /// {@return the value}
        ///
        /// @param value what stands under the tag itself
        /// @param fields the whole object, for the tag's options; raw
        /// @param tagged decodes what is inside
        @Nullable Object decode(
                @Nullable Object value, Map<String, @Nullable Object> fields, Tagged tagged);
    }

    /// Knows the tags of plain values.
    public static final Tagged STANDARD = new Tagged(standard());

    private final Map<String, Decoder> decoders;

    private Tagged(Map<String, Decoder> decoders) {
        this.decoders = decoders;
    }

    /// {@return this decoder with one more tag, or another meaning of one}
    ///
    /// @param tag with its dollar sign
    public Tagged with(String tag, Decoder decoder) {
        var more = new HashMap<>(decoders);
        more.put(tag, decoder);
        return new Tagged(more);
    }

    /// {@return the value that the JSON stands for; lists and objects are new and modifiable}
    ///
    /// @throws UncoveredException when it holds a tag that is not known
    public @Nullable Object decode(@Nullable Object json) {
        return switch (json) {
            case List<?> list -> list(list);
            case Map<?, ?> map -> object(map);
            case null, default -> json;
        };
    }

    /// {@return the list, its elements decoded; it may hold nulls, which its type does not say,
    /// since every reader would cast and check each element for nothing}
    @SuppressWarnings("NullAway") // as told above
    public List<Object> list(@Nullable Object json) {
        var decoded = new ArrayList<Object>();
        for (Object element : (List<?>) Objects.requireNonNull(json)) {
            decoded.add(decode(element));
        }
        return decoded;
    }

    private @Nullable Object object(Map<?, ?> map) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> fields.put((String) name, value));
        for (var field : fields.entrySet()) {
            if (field.getKey().startsWith("$")) {
                Decoder decoder = decoders.get(field.getKey());
                if (decoder == null) {
                    throw new UncoveredException("values of " + field.getKey());
                }
                return decoder.decode(field.getValue(), fields, this);
            }
        }
        fields.replaceAll((_, value) -> decode(value));
        return fields;
    }

    private static Map<String, Decoder> standard() {
        var decoders = new HashMap<String, Decoder>();
        decoders.put("$safe", (value, _, _) -> new SafeString(text(value)));
        decoders.put("$lazy", (value, _, tagged) -> tagged.decode(value));
        decoders.put("$decimal", (value, _, _) -> decimal(text(value)));
        decoders.put("$date", (value, _, _) -> LocalDate.parse(text(value)));
        decoders.put("$time", (value, fields, _) -> time(text(value), fields));
        decoders.put("$datetime", (value, fields, _) -> datetime(text(value), fields));
        decoders.put(
                "$timedelta", (value, _, _) -> duration((Number) Objects.requireNonNull(value)));
        decoders.put("$tuple", (value, _, tagged) -> tagged.list(value));
        decoders.put("$namedtuple", (value, _, tagged) -> tagged.decode(value));
        decoders.put("$set", (value, _, tagged) -> new LinkedHashSet<>(tagged.list(value)));
        decoders.put("$range", (value, _, tagged) -> range(tagged.list(value)));
        decoders.put("$dict", (value, _, tagged) -> pairs(tagged.list(value)));
        decoders.put("$bytes", (value, _, _) -> Base64.getDecoder().decode(text(value)));
        decoders.put("$uuid", (value, _, _) -> UUID.fromString(text(value)));
        decoders.put("$float", (value, _, _) -> notFinite(text(value)));
        decoders.put("$tzinfo", (value, _, _) -> zone(text(value)));
        return decoders;
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }

    private static Object decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            throw new UncoveredException("decimals that are no numbers");
        }
    }

    private static Object time(String text, Map<String, @Nullable Object> fields) {
        LocalTime time =
                LocalTime.parse(
                        text.length() > 8 && text.indexOf('+') > 0
                                ? text.substring(0, text.indexOf('+'))
                                : text);
        return fields.get("tz") instanceof String name && zone(name) instanceof ZoneOffset offset
                ? time.atOffset(offset)
                : time;
    }

    /// Naive ones are a LocalDateTime, those with a zone a ZonedDateTime.
    private static Object datetime(String text, Map<String, @Nullable Object> fields) {
        boolean naive = text.indexOf('+') < 0 && text.indexOf('-', 19) < 0;
        if (naive && !text.endsWith("Z")) {
            LocalDateTime local = LocalDateTime.parse(text);
            return fields.get("tz") instanceof String name ? inZone(local, name, fields) : local;
        }
        OffsetDateTime at = OffsetDateTime.parse(text);
        return fields.get("tz") instanceof String name
                ? at.atZoneSameInstant(zone(name))
                : at.toZonedDateTime();
    }

    private static ZonedDateTime inZone(
            LocalDateTime local, String name, Map<String, @Nullable Object> fields) {
        ZonedDateTime earlier = local.atZone(zone(name));
        boolean later = fields.get("fold") instanceof Long fold && fold == 1;
        return later ? earlier.withLaterOffsetAtOverlap() : earlier;
    }

    private static ZoneId zone(String name) {
        return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
    }

    /// {@return a time of so many seconds, to the nanosecond}
    static Duration duration(Number seconds) {
        BigDecimal exact = new BigDecimal(seconds.toString());
        return Duration.ofSeconds(exact.longValue())
                .plusNanos(exact.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    private static List<Long> range(List<Object> parts) {
        long start = number(parts.get(0));
        long stop = number(parts.get(1));
        long step = number(parts.get(2));
        var numbers = new ArrayList<Long>();
        for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
            numbers.add(at);
        }
        return numbers;
    }

    private static long number(@Nullable Object value) {
        return (Long) Objects.requireNonNull(value);
    }

    private static Map<@Nullable Object, @Nullable Object> pairs(List<Object> pairs) {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (Object pair : pairs) {
            List<?> both = (List<?>) Objects.requireNonNull(pair);
            map.put(both.get(0), both.get(1));
        }
        return map;
    }

    private static Double notFinite(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.valueOf(text);
        };
    }
}
