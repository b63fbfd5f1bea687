package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Format;
import dev.quintet.orm.shop.Track;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every block of Java in the pages about queries, transactions and databases compiles and runs.
class DocumentedQueriesTest {

    private static final List<String> PAGES =
            List.of(
                    "reference/queries.md",
                    "reference/expressions.md",
                    "reference/transactions.md",
                    "reference/databases.md",
                    "how-to/filter-by-what-a-visitor-asks.md",
                    "how-to/report-by-groups-and-ranks.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");
    private static final String IMPORTS =
            """
            import static dev.quintet.orm.Expressions.*;
            import static dev.quintet.orm.Functions.*;
            import static dev.quintet.orm.Windows.*;
            import dev.quintet.kernel.context.*;
            import dev.quintet.kernel.settings.*;
            import dev.quintet.orm.*;
            import dev.quintet.orm.connection.*;
            import dev.quintet.orm.shop.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import java.util.stream.*;
            import org.jspecify.annotations.Nullable;
            """;

    @TempDir Path folder;

    @TestFactory
    List<DynamicTest> everyBlockRuns() throws Exception {
        List<String> blocks = new ArrayList<>();
        for (String page : PAGES) {
            Matcher found = BLOCK.matcher(Files.readString(Path.of("../docs", page)));
            while (found.find()) {
                blocks.add(found.group(1));
            }
        }
        assertThat(blocks).hasSizeGreaterThan(10);
        compile(blocks);
        var loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            var run = loader.loadClass("Block" + i).getMethod("run");
            String firstLine = blocks.get(i).lines().findFirst().orElse("");
            tests.add(DynamicTest.dynamicTest(firstLine, () -> inShop(() -> run.invoke(null))));
        }
        return tests;
    }

    private void compile(List<String> blocks) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Path source = folder.resolve("Block" + i + ".java");
            Files.writeString(
                    source,
                    IMPORTS
                            + "public class Block%d { public static void run() {%n%s%n} }"
                                    .formatted(i, blocks.get(i)));
            sources.add(source);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var words = new StringWriter();
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        boolean compiled =
                compiler.getTask(
                                words,
                                null,
                                null,
                                List.of("-proc:none", "-d", folder.toString(), "-cp", classPath),
                                null,
                                compiler.getStandardFileManager(null, null, null)
                                        .getJavaFileObjectsFromPaths(sources))
                        .call();
        assertThat(compiled).as(words.toString()).isTrue();
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void inShop(Body body) {
        try (TestShop shop = TestShop.open("sqlite")) {
            shop.run(() -> {
                givenSomeAlbums();
                try {
                    body.run();
                } catch (Exception failed) {
                    throw new AssertionError(String.valueOf(failed.getCause()), failed);
                }
            });
        }
    }

    private static void givenSomeAlbums() {
        var django = new Artist();
        django.name = "Django Reinhardt";
        django.save();
        for (String title : List.of("Djangology", "Live at the Hot Club")) {
            var album = new Album();
            album.title = title;
            album.slug = new Slug(title.toLowerCase().replace(' ', '-'));
            album.price = new BigDecimal("19.00");
            album.stock = title.length() % 2;
            album.format = Format.LP;
            album.released = LocalDate.of(1949, 1, 1);
            album.artist.set(django);
            album.save();
            var track = new Track();
            track.title = "Nuages";
            track.album.set(album);
            track.save();
        }
    }
}
