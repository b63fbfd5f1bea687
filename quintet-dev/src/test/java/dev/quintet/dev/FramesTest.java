package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which lines of a failure are the developer's own, and shown at once.
class FramesTest {

    /// What is in no site, or has no package of its own.
    private static final Set<String> OTHERS = Set.of("floors", "starter", "test");

    @Test
    void aLineOfAnyModuleIsALibrarys() throws IOException {
        List<String> modules;
        try (Stream<Path> all = Files.list(Path.of(".."))) {
            modules =
                    all.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                            .map(folder -> folder.getFileName().toString())
                            .filter(name -> name.startsWith("quintet-"))
                            .map(name -> name.substring("quintet-".length()))
                            .filter(name -> !OTHERS.contains(name))
                            .toList();
        }

        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(modules).noneMatch(module -> own("dev.quintet." + module + ".Thing"));
        assertThat(own("dev.quintet.Site")).isFalse();
    }

    @Test
    void aLineOfTheProjectIsItsDevelopers() {
        assertThat(own("shop.home.Home")).isTrue();
        assertThat(own("dev.example.Shop")).isTrue();
        assertThat(own("org.jetbrains.Nothing")).isTrue();
        assertThat(own("org.eclipse.jetty.server.Server")).isFalse();
        assertThat(own("java.util.ArrayList")).isFalse();
    }

    private static boolean own(String type) {
        var thrown = new IllegalStateException();
        thrown.setStackTrace(
                new StackTraceElement[] {new StackTraceElement(type, "run", "Thing.java", 1)});
        return Frames.of(thrown).getFirst().own();
    }
}
