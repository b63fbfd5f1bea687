package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five million rows pass through a small heap.
class StreamingTest {

    private static final long ROWS = 5_000_000;

    @TempDir Path folder;

    @Tag("full")
    @Test
    void streamsFiveMillionRowsThrough128Megabytes() throws Exception {
        File said = folder.resolve("said.txt").toFile();
        Process small =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                StreamingTest.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(said)
                        .start();

        assertThat(small.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(said).content().contains("streamed " + ROWS);
        assertThat(small.exitValue()).isZero();
    }

    /// The process with the small heap.
    public static void main(String... args) {
        try (TestShop shop = TestShop.open("postgresql")) {
            shop.database()
                    .execute(
                            List.of(
                                    "INSERT INTO shop_artist (name) SELECT 'Artist ' || n"
                                            + " FROM generate_series(1, "
                                            + ROWS
                                            + ") n"));
            shop.run(() -> {
                long rows = 0;
                try (var stream = Artists.all().stream()) {
                    for (var all = stream.iterator(); all.hasNext(); ) {
                        Artist artist = all.next();
                        rows += artist.name.isEmpty() ? 0 : 1;
                    }
                }
                System.out.println("streamed " + rows);
            });
        }
    }
}
