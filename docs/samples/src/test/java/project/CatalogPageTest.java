package project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.NewProject.Ended;
import project.NewProject.Running;

/// The tutorial's third page: its files, put into a new project in their order.
class CatalogPageTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^`(src/[^`\\n]+)`:\\n\\n```\\w*\\n(.*?)^```$", Pattern.DOTALL);

    @TempDir private static Path home;
    private static NewProject shop;
    private static Ended made;

    @BeforeAll
    static void type() throws Exception {
        shop = NewProject.shop(home.toRealPath());
        Ended app = shop.manage("startapp", "catalog");
        assertThat(app.code()).as(app.said()).isZero();
        Files.delete(shop.file("src/main/java/shop/catalog/Entry.java"));
        String page =
                Files.readString(Path.of("../tutorial/03-two-models-a-form-and-the-admin.md"));
        int files = 0;
        for (Matcher block = BLOCK.matcher(page); block.find(); files++) {
            Files.writeString(shop.file(block.group(1)), block.group(2));
        }
        assertThat(files).isEqualTo(9);
        made = shop.manage("makemigrations");
        Ended migrated = shop.manage("migrate");
        assertThat(migrated.code()).as(migrated.said()).isZero();
    }

    @Test
    void becomesOneMigrationOfTwoModels() {
        assertThat(made.code()).as(made.said()).isZero();
        assertThat(made.said())
                .contains(
                        "Migrations for 'catalog':", "+ Create model Artist", "Create model Album");
        assertThat(shop.file("src/main/java/shop/catalog/migrations/M0001Initial.java")).exists();
    }

    @Test
    void itsTestsPass() throws Exception {
        Ended ended = shop.test();

        assertThat(ended.said()).contains("8 passed", "0 failed");
    }

    @Test
    void showsItsListAndNoComplaint() throws Exception {
        Ended checked = shop.manage("check");
        assertThat(checked.said()).contains("no issues");

        try (Running server = shop.serve()) {
            assertThat(page(server.address() + "catalog/"))
                    .contains("There is nothing yet.", "Add an album");
        }
    }

    private static String page(String address) throws IOException {
        try (InputStream page = URI.create(address).toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
