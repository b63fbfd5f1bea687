package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compiles what commands wrote.
final class WrittenMigrations {

    private WrittenMigrations() {}

    /// {@return the migrations of an app's list, whose sources lie in the folder}
    static List<Migration> of(Path sources, String listClass) throws Exception {
        Path classes = Files.createDirectories(sources.resolve("classes"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", "" + classes));
        command.addAll(List.of("-p", System.getProperty("jdk.module.path", "")));
        command.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
        try (var files = Files.walk(sources.resolve("dev"))) {
            files.filter(one -> one.toString().endsWith(".java"))
                    .forEach(one -> command.add(one.toString()));
        }
        Path said = sources.resolve("javac.txt");
        int result =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
        assertThat(result).as(Files.readString(said)).isZero();
        URL[] urls = {classes.toUri().toURL()};
        try (var loader =
                new URLClassLoader(urls, WrittenMigrations.class.getClassLoader())) {
            @SuppressWarnings("unchecked") // that is what it says
            List<Migration> all =
                    (List<Migration>) loader.loadClass(listClass).getMethod("all").invoke(null);
            return all;
        }
    }
}
