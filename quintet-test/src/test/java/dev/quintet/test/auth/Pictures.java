package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.test.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures of pages, which lie in `target/pictures` then.
final class Pictures {

    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /// Looks at a page in these widths, by day and by night: nothing sticks out at the side.
    static void looksFine(Chromium page, String name, int... widths) throws IOException {
        Files.createDirectories(FOLDER);
        for (int width : widths) {
            for (boolean dark : new boolean[] {false, true}) {
                page.look(width, 800, dark);
                assertThat(page.run("document.documentElement.scrollWidth <= innerWidth"))
                        .as(name + " at " + width)
                        .isEqualTo(true);
                String file = name + "-" + width + (dark ? "-dark" : "") + ".png";
                Files.write(FOLDER.resolve(file), page.picture());
            }
        }
        page.look(1280, 900, false);
    }
}
