package dev.quintet.aot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.club.Club;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A jar as one is shipped, and Java as operators start it.
@Tag("full")
class AotCacheTest {

    @TempDir private Path folder;

    @Test
    void laterStartsTakeClassesFromWhatWasKept() throws Exception {
        Path jar = site();

        String told = run("-jar", jar.toString(), "aotcache", "--page", "/bands/");

        assertThat(told)
                .contains("picocli")
                .contains("is written anew")
                .contains("-XX:AOTCache=club.aot");
        assertThat(folder.resolve("club.aot")).isNotEmptyFile();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("club.aot", "club.jar", "lib");
        assertThat(
                        run(
                                "-XX:AOTCache=" + folder.resolve("club.aot"),
                                "-XX:AOTMode=on",
                                "-Xlog:class+load",
                                "-jar",
                                jar.toString(),
                                "version"))
                .contains("picocli.CommandLine source: shared objects file")
                .contains("dev.quintet.server.HttpServer source: shared objects file")
                .contains(Club.class.getName() + " source: shared objects file");
    }

    @Test
    void saysWhyASiteDoesNotStart() throws Exception {
        assertThat(run("-jar", site().toString(), "aotcache", "--page", "bands"))
                .contains("[aot.E003] 'bands' is no path of a page.");
        assertThat(folder.resolve("club.aot")).doesNotExist();
    }

    private String run(String... words) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        Collections.addAll(command, words);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path site() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        var names = new ArrayList<String>();
        for (String entry : OldLibraries.classPath().split(File.pathSeparator, -1)) {
            Path part = Path.of(entry);
            Path library = lib.resolve(names.size() + "-" + part.getFileName() + ".jar");
            if (Files.isDirectory(part)) {
                pack(part, library);
            } else {
                Files.copy(part, library);
            }
            names.add("lib/" + library.getFileName());
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Club.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
        Path jar = folder.resolve("club.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }

    private static void pack(Path classes, Path library) throws Exception {
        List<Path> files;
        try (Stream<Path> found = Files.walk(classes)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        try (OutputStream out = Files.newOutputStream(library);
                var jar = new JarOutputStream(out)) {
            for (Path file : files) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(file));
            }
        }
    }
}
