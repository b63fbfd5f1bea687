package dev.quintet.bench.templates;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Qute outside of Quarkus: by reflection, which it caches.
final class QuteTemplates {

    private QuteTemplates() {}

    static Renderer renderer(String page, Map<String, Object> variables) {
        var engine =
                Engine.builder()
                        .addDefaults()
                        .addValueResolver(
                                ValueResolver.builder()
                                        .applyToBaseClass(String.class)
                                        .applyToName("upper")
                                        .resolveSync(c ->
                                                ((String) c.getBase()).toUpperCase(Locale.ROOT))
                                        .build())
                        .addValueResolver(new ReflectionValueResolver())
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .addLocator(name -> Optional.of(new Resource(name)))
                        .build();
        var template = engine.getTemplate(page + ".html");
        return () -> {
            var instance = template.instance();
            variables.forEach(instance::data);
            return instance.render().getBytes(StandardCharsets.UTF_8);
        };
    }

    private record Resource(String name) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return new StringReader(Engines.resource("qute/" + name));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
