package dev.quintet.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteJarTest {

    @TempDir private Path folder;

    @Test
    void knowsTheLibrariesInItsFolder() throws Exception {
        Path app = Files.createDirectories(folder.resolve("app"));
        Path library =
                Files.writeString(
                        Files.createDirectories(app.resolve("lib")).resolve("a b.jar"), "");
        Path elsewhere = Files.writeString(folder.resolve("other.jar"), "");
        Path file = jar(app.resolve("shop.jar"), "lib/a%20b.jar lib/gone.jar " + elsewhere.toUri());

        SiteJar jar = SiteJar.of(file.toString());

        assertThat(jar.libraries()).containsExactly(library);
        assertThat(jar.cache()).isEqualTo(app.resolve("shop.aot"));
    }

    @Test
    void asksForAJar() {
        assertThatThrownBy(() -> SiteJar.of("lib/a.jar:target/classes"))
                .hasMessageContaining("aot.E001")
                .hasMessageContaining("./mvnw package");
    }

    @Test
    void leavesOutWhatWouldBeTwice() {
        assertThat(
                        AotCacheCommand.options(
                                List.of(
                                        "-Xms64m",
                                        "-XX:AOTCache=shop.aot",
                                        "-XX:+UseSerialGC",
                                        "-agentlib:jdwp=server=y",
                                        "--enable-native-access=ALL-UNNAMED")))
                .containsExactly(
                        "-Xms64m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
    }

    private static Path jar(Path file, String classPath) throws Exception {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
        return file;
    }
}
