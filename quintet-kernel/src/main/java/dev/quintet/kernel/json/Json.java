package dev.quintet.kernel.json;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Values to JSON text and back, over Jackson. Safe for many threads.
///
/// Properties are written in the order in which the class declares them, dates and times as ISO
/// 8601 text with the offset that they have. Records and classes are read strictly: a property that
/// the type does not know is refused, with the name that was probably meant. Nothing nests deeper
/// than {@value #DEPTH} levels, and no type name in the text ever chooses a class. A named Java
/// module `opens` the packages of the types that it has read or written to
/// `tools.jackson.databind`.
public final class Json {

    /// How deeply lists and objects may nest, both when written and when read.
    public static final int DEPTH = 500;

    private static final JsonMapper MAPPER = mapper();

    private static final int LONGEST_KEY = 100;
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    /// What Jackson's messages say to who configures Jackson, which nobody does here.
    private static final Pattern ADVICE = Pattern.compile(" \\(but [^)]*CoercionConfig[^)]*\\)");

    private Json() {}

    /// {@return the JSON of `value`, without any spaces}
    ///
    /// @throws JsonException when it cannot be written: a class without properties, a loop
    public static String text(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException wrong) {
            throw unwritable(value, wrong);
        }
    }

    /// {@return the JSON of `value` in UTF-8, without any spaces}
    ///
    /// @throws JsonException when it cannot be written: a class without properties, a loop
    public static byte[] bytes(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException wrong) {
            throw unwritable(value, wrong);
        }
    }

    /// Returns the JSON of `value` in ASCII alone, without any spaces, byte for byte as Python's
    /// `json.dumps(value, separators=(",", ":"))` writes it: other characters as escapes of four
    /// small hex digits, fractions in Python's notation. For what is signed and shared with Django.
    ///
    /// @throws JsonException when it cannot be written: a class without properties, a loop
    public static String ascii(@Nullable Object value) {
        return new AsciiJson().write(value);
    }

    /// Returns what `json` says: `null`, a {@link Boolean}, a {@link String}, a number, a {@link
    /// List} or a {@link java.util.LinkedHashMap} in the text's order, both modifiable; of a
    /// property given twice the last.
    ///
    /// A whole number is a {@link Long}, or a {@link java.math.BigInteger} where it does not fit; a
    /// number with a point or an exponent is a {@link Double} where that is the same number, else a
    /// {@link java.math.BigDecimal}. So no digit is ever lost.
    ///
    /// @throws JsonException when it is not one JSON value
    public static @Nullable Object parse(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return JsonTree.read(parser);
        } catch (JacksonException wrong) {
            throw malformed(wrong);
        }
    }

    /// {@return what `json`, in UTF-8, says; by the rules of the other `parse`}
    ///
    /// @throws JsonException when it is not one JSON value
    public static @Nullable Object parse(byte[] json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return JsonTree.read(parser);
        } catch (JacksonException wrong) {
            throw malformed(wrong);
        }
    }

    /// {@return a `type` made from `json`}
    ///
    /// @param type a record, a class, or one of Java's own types; for lists, an array
    /// @throws JsonException when it is not JSON, is `null`, or does not fit the type
    public static <T> T parse(String json, Class<T> type) {
        try {
            return present(MAPPER.readValue(json, type), type);
        } catch (JacksonException wrong) {
            throw unfit(type, wrong);
        }
    }

    /// {@return a `type` made from `json`, in UTF-8}
    ///
    /// @param type a record, a class, or one of Java's own types; for lists, an array
    /// @throws JsonException when it is not JSON, is `null`, or does not fit the type
    public static <T> T parse(byte[] json, Class<T> type) {
        try {
            return present(MAPPER.readValue(json, type), type);
        } catch (JacksonException wrong) {
            throw unfit(type, wrong);
        }
    }

    private static JsonMapper mapper() {
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                        .streamWriteConstraints(
                                StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
                        .build();
        var builder =
                JsonMapper.builder(factory)
                        .disable(
                                MapperFeature.SORT_PROPERTIES_ALPHABETICALLY,
                                MapperFeature.ALLOW_COERCION_OF_SCALARS,
                                MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .disable(
                                DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                                DateTimeFeature.WRITE_DATE_KEYS_AS_TIMESTAMPS,
                                DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                                DateTimeFeature.WRITE_DATES_WITH_CONTEXT_TIME_ZONE,
                                DateTimeFeature.WRITE_DATES_WITH_ZONE_ID,
                                DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        for (JsonExtension extension :
                ServiceLoader.load(JsonExtension.class, Json.class.getClassLoader())) {
            builder.addModule(extension.module());
        }
        return builder.build();
    }

    private static <T> T present(@Nullable T value, Class<T> type) {
        if (value == null) {
            throw new JsonException(
                    Problem.of("json.E002", "The JSON is null, not " + named(type) + "."), null);
        }
        return value;
    }

    private static JsonException malformed(JacksonException wrong) {
        return new JsonException(
                Problem.of("json.E001", "The text is not JSON" + where(wrong) + ".")
                        .because(oneLine(wrong)),
                wrong);
    }

    private static JsonException unfit(Class<?> type, JacksonException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            List<String> known = new ArrayList<>();
            for (Object id : unknown.getKnownPropertyIds()) {
                known.add(String.valueOf(id));
            }
            String name = shown(unknown.getPropertyName());
            return new JsonException(
                    Problem.of(
                                    "json.E003",
                                    named(unknown.getReferringClass())
                                            + " has no property '"
                                            + name
                                            + "'.")
                            .because("Its properties are: " + String.join(", ", known) + ".")
                            .fixedBy(Nearest.question(name, known)),
                    wrong);
        }
        if (wrong instanceof tools.jackson.core.exc.StreamReadException) {
            return malformed(wrong);
        }
        return new JsonException(
                Problem.of("json.E002", "The JSON does not fit " + named(type) + where(wrong) + ".")
                        .because(place(wrong) + ADVICE.matcher(oneLine(wrong)).replaceAll("")),
                wrong);
    }

    /// Where in the document it is, such as `lines[2].price: `.
    private static String place(JacksonException wrong) {
        var path = new StringBuilder();
        for (JacksonException.Reference one : wrong.getPath()) {
            String name = one.getPropertyName();
            if (name == null) {
                path.append('[').append(one.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shown(name));
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }

    /// A key as it was sent, fit for one line of a log.
    private static String shown(String key) {
        String line = UNSHOWN.matcher(key).replaceAll("?");
        return line.length() > LONGEST_KEY ? line.substring(0, LONGEST_KEY) + "..." : line;
    }

    private static JsonException unwritable(@Nullable Object value, JacksonException wrong) {
        return new JsonException(
                Problem.of(
                                "json.E004",
                                "A value of "
                                        + (value == null ? "null" : named(value.getClass()))
                                        + " cannot be written as JSON.")
                        .because(oneLine(wrong))
                        .fixedBy("Write a record, a map, a list or plain values."),
                wrong);
    }

    static JsonException tooDeep(Object value) {
        return new JsonException(
                Problem.of("json.E004", "A value nests deeper than " + DEPTH + " levels.")
                        .because("It was at a value of " + named(value.getClass()) + ".")
                        .fixedBy("Break the loop, or write less of it."),
                null);
    }

    private static String named(@Nullable Class<?> type) {
        return type == null ? "the type" : type.getSimpleName();
    }

    private static String where(JacksonException wrong) {
        var at = wrong.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return "";
        }
        return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String oneLine(JacksonException wrong) {
        String message = wrong.getOriginalMessage();
        return message == null
                ? wrong.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
