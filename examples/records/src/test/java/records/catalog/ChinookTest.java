package records.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first start, and starts that go wrong.
class ChinookTest {

    @TempDir private Path folder;

    @Test
    void makesTheDatabaseThatIsNotThere() throws IOException {
        Chinook.stock(site("shop.db"));

        assertThat(folder.resolve("shop.db")).hasSize(1_011_712);
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside it").hasSize(1);
        }
    }

    @Test
    void leavesADatabaseAsItIs() throws IOException {
        Path file = folder.resolve("shop.db");
        Files.writeString(file, "SQLite format 3\0 and so on");

        Chinook.stock(site("shop.db"));

        assertThat(file).content().endsWith("and so on");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("shop.db"), "milk, eggs, strings");

        assertThatThrownBy(() -> Chinook.stock(site("shop.db")))
                .hasMessageContaining("is no SQLite database")
                .hasMessageContaining("Delete it");
        assertThat(folder.resolve("shop.db")).hasContent("milk, eggs, strings");
    }

    @Test
    void saysWhatToDoWhereItCannotWrite() {
        assertThatThrownBy(() -> Chinook.stock(site("missing/shop.db")))
                .isInstanceOf(StockException.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("DATABASE_URL");
    }

    private Context site(String file) {
        var settings = new Settings().database("sqlite:" + folder.resolve(file)).freeze();
        return Context.of(settings, Apps.load(List.of()), Clock.systemUTC());
    }
}
