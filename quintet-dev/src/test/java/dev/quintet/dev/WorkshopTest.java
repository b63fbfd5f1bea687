package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {

    @TempDir private Path folder;
    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new Shop(folder.toRealPath());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void compilesAProjectThatWasNeverBuilt() {
        assertThat(shop.page("/")).contains("<h1>first one namefalse</h1>");
        assertThat(folder.resolve("target/classes/shop/Items.class")).exists();
        assertThat(folder.resolve("target/generated-sources/annotations/shop/Items.java")).exists();
    }

    @Test
    void nextRequestSeesEachKindOfChange() throws IOException {
        assertSeesChanges(2);
    }

    @Test
    @Tag("full")
    void twoHundredChangesLeaveNothingBehind() throws IOException {
        assertSeesChanges(5);
        shop.alive();
        long before = usedAfterGc();

        assertSeesChanges(40);

        assertThat(shop.started()).isGreaterThan(120);
        assertThat(usedAfterGc() - before).isLessThan(30L << 20);
    }

    private static long usedAfterGc() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Changes a view, a model, a template, a static file and a setting, so many times.
    private void assertSeesChanges(int times) throws IOException {
        String field = "name";
        for (int i = 0; i < times; i++) {
            String word = "word" + i + "x" + System.nanoTime();
            shop.write("src/main/java/shop/Pages.java", Shop.pages(word, field));
            assertThat(shop.page("/")).contains(word);

            field = field.equals("name") ? "label" : "name";
            shop.write("src/main/java/shop/Item.java", Shop.item(field));
            shop.write("src/main/java/shop/Pages.java", Shop.pages(word, field));
            assertThat(shop.page("/")).contains(word + " " + field + "false</h1>");

            shop.write("src/main/resources/templates/shop/index.html", Shop.template("top" + i));
            assertThat(shop.page("/")).contains("<h1>top" + i + " " + word);

            shop.write(
                    "src/main/resources/static/shop.css", "body { color: #" + (100000 + i) + "}");
            assertThat(shop.page("/static/shop.css")).contains("#" + (100000 + i));

            String zone = i % 2 == 0 ? "Europe/Berlin" : "Asia/Tokyo";
            shop.write(".env", "SECRET_KEY=" + "x".repeat(50) + "\nTIME_ZONE=" + zone + "\n");
            assertThat(shop.page("/zone/")).isEqualTo(zone);
        }
        assertThat(shop.alive()).isLessThanOrEqualTo(2);
    }

    @Test
    void compilesWhatDependsOnAChangedModelAlso() throws IOException {
        shop.page("/");

        shop.write("src/main/java/shop/Item.java", Shop.item("label"));

        assertThat(shop.ask("/").status()).isEqualTo(500);
        assertThat(shop.page("/"))
                .contains("The sources do not compile")
                .contains("src/main/java/shop/Pages.java:13")
                .contains("cannot find symbol");
    }

    @Test
    void recoversFromMistakes() throws IOException {
        shop.page("/");
        shop.write(
                "src/main/java/shop/Pages.java",
                Shop.pages("two", "name").replace("\"column\", column)", "\"column\", column"));

        Response broken = shop.ask("/");
        shop.write("src/main/java/shop/Pages.java", Shop.pages("three", "name"));

        assertThat(broken.status()).isEqualTo(500);
        assertThat(Shop.text(broken))
                .contains(
                        "&#x27;)&#x27; or &#x27;,&#x27; expected",
                        "class=\"line at\"",
                        "render(request");
        assertThat(shop.told()).contains("src/main/java/shop/Pages.java:14: ");
        assertThat(shop.page("/")).contains("<h1>first three namefalse</h1>");
    }

    @Test
    void followsAConstantIntoTheClassesThatCopiedIt() throws IOException {
        shop.write(
                "src/main/java/shop/Words.java",
                "package shop; final class Words { static final String WORD = \"short\"; }");
        shop.write(
                "src/main/java/shop/Pages.java",
                Shop.pages("?", "name").replace("\"?\"", "Words.WORD"));
        String before = shop.page("/");

        shop.write(
                "src/main/java/shop/Words.java",
                "package shop; final class Words { static final String WORD = \"long\"; }");

        assertThat(before).contains("first short name");
        assertThat(shop.page("/")).contains("first long name");
    }

    @Test
    void forgetsAModelThatWasDeleted() throws IOException {
        shop.write("src/main/java/shop/Extra.java", Shop.item("note").replace("Item", "Extra"));
        shop.page("/");
        Path index = folder.resolve("target/classes/META-INF/quintet/models/shop.Extra");
        boolean there = Files.exists(index);

        shop.delete("src/main/java/shop/Extra.java");
        String after = shop.page("/");

        assertThat(there).isTrue();
        assertThat(after).contains("<h1>first one namefalse</h1>");
        assertThat(index).doesNotExist();
        assertThat(folder.resolve("target/classes/shop/Extras.class")).doesNotExist();
    }

    @Test
    void showsWrongSettingsAndGoesOnWhenTheyAreRight() throws IOException {
        shop.write(".env", "TIME_ZON=Europe/Berlin\n");
        String wrong = shop.page("/");
        shop.write(".env", "TIME_ZONE=Europe/Berlin\n");

        assertThat(wrong).contains("settings.E001", "TIME_ZONE");
        assertThat(shop.page("/zone/")).isEqualTo("Europe/Berlin");
    }

    @Test
    void putsAScriptIntoPagesOnly() {
        assertThat(shop.page("/")).contains("<script src=\"/_quintet/refresh.js\" data-mark=");
        assertThat(shop.page("/zone/")).doesNotContain("script");
        assertThat(shop.ask("/").header("Cache-Control")).isEqualTo("no-store");
        assertThat(shop.page("/_quintet/refresh.js")).contains("new EventSource(");
    }
}
