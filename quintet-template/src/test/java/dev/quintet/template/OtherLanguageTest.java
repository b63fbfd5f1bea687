package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of Mustache in a site of Django's templates.
class OtherLanguageTest {

    public record Album(String title, int year) {}

    static final class MustacheLanguage implements TemplateLanguage {

        @Override
        public Compiled compile(Source source) {
            var factory = new DefaultMustacheFactory(name -> reader(source.others().apply(name)));
            Mustache page = factory.compile(new StringReader(source.text()), source.name());
            return (variables, out) -> page.execute(out, variables);
        }

        private static Reader reader(String text) {
            return text == null ? null : new StringReader(text);
        }
    }

    private static TemplateEngine engine(Path folder) {
        return TemplateEngine.builder()
                .loader(TemplateLoader.folder(folder))
                .language(name -> name.startsWith("legacy/"), new MustacheLanguage())
                .contextProcessor(_ -> Map.of("user", (Supplier<String>) () -> "Ann"))
                .debug(true)
                .build();
    }

    private static Map<String, Object> albums() {
        return Map.of("albums", List.of(new Album("Nuages & co", 1940), new Album("Swing", 1937)));
    }

    @Test
    void rendersAFolderWithAnotherEngine(@TempDir Path folder) throws Exception {
        given(folder, "legacy/list", "{{#albums}}{{> row}};{{/albums}} {{user}}");
        given(folder, "legacy/row", "{{title}} ({{year}})");
        given(folder, "list", "{% for a in albums %}{{ a.title }};{% endfor %}");
        var engine = engine(folder);

        assertThat(engine.get("legacy/list").render(albums()))
                .isEqualTo("Nuages &amp; co (1940);Swing (1937); Ann");
        assertThat(engine.get("list").render(albums())).isEqualTo("Nuages &amp; co;Swing;");
    }

    @Test
    void canBeIncludedByDjangos(@TempDir Path folder) throws Exception {
        given(folder, "legacy/hello", "Hello {{name}} {{user}}!");
        given(folder, "page", "<{% include 'legacy/hello' with name='é😀' %}>");

        assertThat(engine(folder).get("page").render(Map.of())).isEqualTo("<Hello é😀 Ann!>");
    }

    @Test
    void isReadAnewWhenItChanges(@TempDir Path folder) throws Exception {
        Path file = given(folder, "legacy/hello", "old");
        var engine = engine(folder);
        assertThat(engine.get("legacy/hello").render(Map.of())).isEqualTo("old");

        given(folder, "legacy/hello", "new");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(engine.get("legacy/hello").render(Map.of())).isEqualTo("new");
    }

    @Test
    void tellsWhichTemplateItCannotCompile(@TempDir Path folder) throws Exception {
        given(folder, "legacy/bad", "{{#albums}}");
        var engine = engine(folder);

        assertThatThrownBy(() -> engine.get("legacy/bad"))
                .isInstanceOf(TemplateSyntaxException.class)
                .hasMessageContaining("template.E046")
                .hasMessageContaining("legacy/bad");
        assertThat(engine.check())
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo("template.E046"));
    }

    @Test
    void cannotBeExtended(@TempDir Path folder) throws Exception {
        given(folder, "legacy/base", "base");
        given(folder, "page", "{% extends 'legacy/base' %}");

        assertThatThrownBy(() -> engine(folder).get("page").render(Map.of()))
                .hasMessageContaining("of another language and cannot be extended");
    }

    private static Path given(Path folder, String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
