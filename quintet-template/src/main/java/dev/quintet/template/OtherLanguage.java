package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a template of another language a part of ours.
final class OtherLanguage {

    private OtherLanguage() {}

    /// {@return the body of a template that another language compiles}
    ///
    /// @throws TemplateSyntaxException when it cannot
    static NodeList body(TemplateLanguage language, TemplateLanguage.Source source) {
        var place = new Place(source.name(), 1, 1);
        TemplateLanguage.Compiled compiled;
        try {
            compiled = language.compile(source);
        } catch (RuntimeException wrong) {
            throw new TemplateSyntaxException(
                    Problem.of(
                                    "template.E046",
                                    "The template '" + source.name() + "' cannot be compiled.")
                            .because(String.valueOf(wrong.getMessage()))
                            .at(new Place(source.name(), 0, 0)));
        }
        return new NodeList(
                place,
                List.of(
                        new Closure(
                                place,
                                frame -> {
                                    try (var out = new PageWriter(frame.out)) {
                                        compiled.render(new Opened(frame.variables()), out);
                                    } catch (IOException broken) {
                                        throw new UncheckedIOException(broken);
                                    }
                                })));
    }

    /// The page as a writer. A character that comes in two halves is put together.
    private static final class PageWriter extends Writer {

        private final Output out;
        private char half;

        PageWriter(Output out) {
            this.out = out;
        }

        @Override
        public void write(char[] buffer, int from, int count) {
            write(new String(buffer, from, count), 0, count);
        }

        @Override
        public void write(String text, int from, int count) {
            String part = text.substring(from, from + count);
            if (half != 0) {
                part = half + part;
                half = 0;
            }
            int last = part.length() - 1;
            if (last >= 0 && Character.isHighSurrogate(part.charAt(last))) {
                half = part.charAt(last);
                part = part.substring(0, last);
            }
            out.text(part);
        }

        @Override
        public void flush() {} // the page goes when it is whole

        @Override
        public void close() {}
    }

    /// Variables whose suppliers are asked when they are looked up.
    private static final class Opened extends AbstractMap<String, @Nullable Object> {

        private final Map<String, @Nullable Object> raw;

        Opened(Map<String, @Nullable Object> raw) {
            this.raw = raw;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return Variable.settled(raw.get(key));
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return raw.containsKey(key);
        }

        @Override
        public Set<String> keySet() {
            return raw.keySet();
        }

        @Override
        public Set<Map.Entry<String, @Nullable Object>> entrySet() {
            var all = new LinkedHashMap<String, @Nullable Object>();
            raw.forEach((name, value) -> all.put(name, Variable.settled(value)));
            return all.entrySet();
        }
    }
}
