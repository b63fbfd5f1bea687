package records.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
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
        Chinook.stock(site("shop.db"));
        Path file = folder.resolve("shop.db");
        Files.write(file, new byte[] {42}, StandardOpenOption.APPEND);

        Chinook.stock(site("shop.db"));

        assertThat(file).hasSize(1_011_713);
    }

    @Test
    void refusesADatabaseThatWasCutShort() throws IOException {
        Chinook.stock(site("shop.db"));
        Path file = folder.resolve("shop.db");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 500_000));

        assertThatThrownBy(() -> Chinook.stock(site("shop.db")))
                .hasMessageContaining("half of one");
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
                .hasMessageContaining("There is no folder")
                .hasMessageContaining("DATABASE_URL");
    }

    private Context site(String file) {
        var settings = new Settings().database("sqlite:" + folder.resolve(file)).freeze();
        return Context.of(settings, Apps.load(List.of()), Clock.systemUTC());
    }
}
