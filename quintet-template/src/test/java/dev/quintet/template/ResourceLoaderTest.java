package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates that lie in a jar.
class ResourceLoaderTest {

    /// The class of an app.
    static final class Owner {}

    @TempDir private Path folder;

    @Test
    void aJarHasWhatLiesBelowTemplates() throws Exception {
        try (var loader = loader(jar(Map.of("templates/a.html", "one", "b.html", "two")))) {
            TemplateLoader templates = TemplateLoader.resources(loader.loadClass(name()));

            assertThat(templates.names()).containsExactly("a.html");
            assertThat(text(templates, "a.html")).isEqualTo("one");
            assertThat(templates.find("b.html")).isNull();
            assertThat(templates.find("templates/a.html")).isNull();
            assertThat(templates.find("../b.html")).isNull();
        }
    }

    @Test
    void aJarThatIsReplacedIsReadAnew() throws Exception {
        Path jar = jar(Map.of("templates/a.html", "one"));
        try (var loader = loader(jar)) {
            TemplateLoader templates = TemplateLoader.resources(loader.loadClass(name()));
            TemplateSource before = Objects.requireNonNull(templates.find("a.html"));
            assertThat(templates.find("b.html")).isNull();

            Files.move(
                    jar(Map.of("templates/a.html", "another", "templates/b.html", "more")),
                    jar,
                    StandardCopyOption.REPLACE_EXISTING);

            TemplateSource after = Objects.requireNonNull(templates.find("a.html"));
            assertThat(after.version()).isNotEqualTo(before.version());
            assertThat(text(templates, "a.html")).isEqualTo("another");
            assertThat(text(templates, "b.html")).isEqualTo("more");
        }
    }

    private static String text(TemplateLoader templates, String name) {
        return Objects.requireNonNull(templates.find(name)).text().get();
    }

    private static String name() {
        return Owner.class.getName();
    }

    /// One that has nothing from elsewhere.
    private static URLClassLoader loader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }

    /// A jar of the owner and these files.
    private Path jar(Map<String, String> files) throws IOException {
        Path jar = Files.createTempFile(folder, "app", ".jar");
        String own = name().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                var zip = new JarOutputStream(out);
                InputStream bytes =
                        Objects.requireNonNull(
                                Owner.class.getResourceAsStream("/" + own), "the owner")) {
            zip.putNextEntry(new JarEntry(own));
            bytes.transferTo(zip);
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new JarEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
