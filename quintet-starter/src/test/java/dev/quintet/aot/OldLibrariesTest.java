package dev.quintet.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OldLibrariesTest {

    @TempDir private Path folder;

    @Test
    void picocliIsWrittenAnewAndWorks() throws Exception {
        Path picocli = library(CommandLine.class);

        Path made = OldLibraries.current(picocli, folder.resolve("lib"));

        assertThat(made.getFileName()).isEqualTo(picocli.getFileName());
        assertThat(major(picocli)).isEqualTo(49);
        assertThat(major(made)).isEqualTo(52);
        try (var before = new JarFile(picocli.toFile());
                var after = new JarFile(made.toFile())) {
            assertThat(after.stream().map(JarEntry::getName).toList())
                    .containsExactlyElementsOf(
                            before.stream()
                                    .filter(entry -> !entry.isDirectory())
                                    .map(JarEntry::getName)
                                    .toList());
        }
        try (var loader =
                new URLClassLoader(
                        new URL[] {made.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass("picocli.CommandLine$Model$CommandSpec");
            Class<?> line = loader.loadClass("picocli.CommandLine");
            Object spec = type.getMethod("create").invoke(null);
            Object help =
                    line.getMethod("getUsageMessage")
                            .invoke(line.getConstructor(Object.class).newInstance(spec));
            assertThat(help.toString()).startsWith("Usage: <main class>");
        }
    }

    @Test
    void takesThePlaceOfWhatWasOld() throws Exception {
        Path library = Files.copy(library(CommandLine.class), folder.resolve("picocli.jar"));

        assertThat(OldLibraries.renew(library)).isTrue();
        assertThat(major(library)).isEqualTo(52);
        assertThat(OldLibraries.renew(library)).isFalse();
        Files.copy(library(CommandLine.class), library, StandardCopyOption.REPLACE_EXISTING);
        OldLibraries.main(folder.toString());
        assertThat(major(library)).isEqualTo(52);
        assertThat(folder.toFile().list()).containsExactly("picocli.jar");
    }

    @Test
    void whatIsOfTodayStaysWhereItIs() throws Exception {
        Path library = library(org.assertj.core.api.Assertions.class);

        assertThat(OldLibraries.current(library, folder.resolve("lib"))).isEqualTo(library);
        assertThat(OldLibraries.current(folder, folder.resolve("lib"))).isEqualTo(folder);
        assertThat(folder.resolve("lib")).doesNotExist();
    }

    @Test
    void whatIsSignedStaysAsItIs() throws Exception {
        Path signed = folder.resolve("signed.jar");
        try (OutputStream file = Files.newOutputStream(signed);
                var jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("META-INF/MAKER.SF"));
            jar.putNextEntry(new JarEntry("picocli/CommandLine.class"));
            jar.write(bytes(library(CommandLine.class)));
        }

        assertThat(OldLibraries.current(signed, folder.resolve("lib"))).isEqualTo(signed);
    }

    private static Path library(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static int major(Path jar) throws Exception {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes(jar)))) {
            in.readInt();
            return in.readInt() & 0xffff;
        }
    }

    private static byte[] bytes(Path jar) throws Exception {
        try (var file = new JarFile(jar.toFile());
                InputStream in =
                        file.getInputStream(
                                Objects.requireNonNull(
                                        file.getJarEntry("picocli/CommandLine.class")))) {
            return in.readAllBytes();
        }
    }
}
