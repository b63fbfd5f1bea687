package dev.quintet.conformance;

import dev.quintet.kernel.submission.Upload;
import dev.quintet.template.Formatting;
import dev.quintet.template.TemplateEngine;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The inputs of recorded forms: values of Python, their texts, files.
final class FormInput {

    static final Tagged TAGGED = Tagged.STANDARD.with("$file", FormInput::file);

    private static final TemplateEngine PYTHON =
            TemplateEngine.builder().formatting(Formatting.PYTHON).autoescape(false).build();

    private FormInput() {}

    /// An uploaded file.
    static final class File implements Upload {

        private final String name;
        private final byte[] bytes;

        File(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public @Nullable String contentType() {
            return null;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private static Object file(
            @Nullable Object name, Map<String, @Nullable Object> fields, Tagged tagged) {
        Object content = tagged.decode(fields.get("content"));
        byte[] bytes =
                content instanceof byte[] known
                        ? known
                        : String.valueOf(content).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new File(String.valueOf(name), bytes);
    }

    /// {@return the value that JSON stands for}
    static @Nullable Object value(@Nullable Object json) {
        return TAGGED.decode(json);
    }

    /// {@return the value, or what Python's `str` makes of it where it is no text and not empty}
    static @Nullable Object text(@Nullable Object json) {
        Object value = value(json);
        boolean empty =
                value == null
                        || (value instanceof List<?> list && list.isEmpty())
                        || (value instanceof Map<?, ?> map && map.isEmpty());
        return empty || value instanceof String ? value : python(json, "s");
    }

    /// {@return a list whose elements are texts; anything else as it is}
    static @Nullable Object texts(@Nullable Object json) {
        Object list = json instanceof Map<?, ?> tagged ? tagged.get("$tuple") : json;
        if (!(list instanceof List<?> elements)) {
            return value(json);
        }
        var texts = new ArrayList<@Nullable Object>();
        elements.forEach(each -> texts.add(text(each)));
        return texts;
    }

    /// What `str` or `repr` of Python says.
    private static String python(@Nullable Object json, String how) {
        if (json instanceof Map<?, ?> tagged && tagged.get("$tuple") instanceof List<?> elements) {
            var parts = new ArrayList<String>();
            elements.forEach(each -> parts.add(python(each, "r")));
            return "(" + String.join(", ", parts) + (parts.size() == 1 ? ",)" : ")");
        }
        return PYTHON.fromString("{{ value|stringformat:\"" + how + "\" }}")
                .render(Map.of("value", Objects.requireNonNull(value(json))));
    }
}
