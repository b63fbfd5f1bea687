package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Compiles what commands wrote.
final class WrittenMigrations {

    private WrittenMigrations() {}

    /// {@return the migrations of an app's list, whose sources lie in the folder}
    static List<Migration> of(Path sources, String listClass) throws Exception {
        try (var loader = loader(compiled(sources, file -> true))) {
            @SuppressWarnings("unchecked") // that is what it says
            List<Migration> all =
                    (List<Migration>) loader.loadClass(listClass).getMethod("all").invoke(null);
            return all;
        }
    }

    /// {@return the only migration in the folder of an app of these tests, whose other migrations
    /// are no files}
    static Migration one(Path sources) throws Exception {
        Path folder = sources.resolve("dev/quintet/migrations/migrations");
        List<String> names;
        try (var files = Files.list(folder)) {
            names =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.matches("M\\d{4}.*\\.java"))
                            .toList();
        }
        assertThat(names).hasSize(1);
        Path classes = compiled(sources, file -> file.endsWith(names.getFirst()));
        try (var loader = loader(classes)) {
            String name = names.getFirst().replace(".java", "");
            Constructor<?> made =
                    loader.loadClass("dev.quintet.migrations.migrations." + name)
                            .getDeclaredConstructor();
            made.setAccessible(true);
            return (Migration) made.newInstance();
        }
    }

    private static URLClassLoader loader(Path classes) throws MalformedURLException {
        URL[] urls = {classes.toUri().toURL()};
        return new URLClassLoader(urls, WrittenMigrations.class.getClassLoader());
    }

    private static Path compiled(Path sources, Predicate<Path> wanted) throws Exception {
        Path classes = Files.createDirectories(sources.resolve("classes"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", "" + classes));
        command.addAll(List.of("-p", System.getProperty("jdk.module.path", "")));
        command.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
        try (var files = Files.walk(sources.resolve("dev"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(wanted)
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
        return classes;
    }
}
