package project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.test.Chromium;
import dev.quintet.test.NeedsChromium;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.NewProject.Ended;
import project.NewProject.Running;

/// The tutorial's second page: a project, an app in it, and what is seen of edits.
class ProjectTest {

    private static final String INDEX = "src/main/resources/templates/home/index.html";
    private static final String STYLES = "src/main/resources/static/site.css";
    private static final String VIEWS = "src/main/java/shop/home/Home.java";

    @TempDir private static Path home;
    private static NewProject shop;
    private static Ended began;
    private static Ended made;

    @BeforeAll
    static void begin() throws Exception {
        shop = NewProject.shop(home.toRealPath());
        Ended migrated = shop.manage("migrate");
        assertThat(migrated.code()).as(migrated.said()).isZero();
        began = shop.manage("startapp", "blog");
        made = shop.manage("makemigrations");
    }

    @Test
    void anAppComesWithAModelAPageAMigrationAndATest() {
        assertThat(began.code()).as(began.said()).isZero();
        assertThat(began.said()).contains("Listed in", "./manage makemigrations");
        assertThat(made.code()).as(made.said()).isZero();
        assertThat(made.said()).contains("Migrations for 'blog':", "+ Create model Entry");
        assertThat(shop.file("src/main/java/shop/blog/migrations/M0001Initial.java")).exists();
    }

    @Test
    void theTestsThatItCameWithPass() throws Exception {
        Ended ended = shop.test();

        assertThat(ended.said()).contains("5 passed", "0 failed");
        assertThat(ended.code()).isZero();
    }

    @Test
    void runserverNamesTheAppWhoseMigrationsAreNotApplied() throws Exception {
        try (Running server = shop.start("runserver", "--port=0")) {
            String address = server.address();

            assertThat(server.line("(site.W012)")).contains("A migration is not applied: blog.");
            assertThat(server.line("HINT: Run `migrate`")).isNotEmpty();
            assertThat(page(address)).contains("Welcome to Shop");
        }
    }

    @Test
    @NeedsChromium
    void anOpenPageFollowsWhatIsSaved(@TempDir Path profile) throws Exception {
        try (Running server = shop.start("runserver", "--port=0");
                Chromium browser = Chromium.open(profile)) {
            browser.go(server.address());
            assertThat(browser.text()).contains("Welcome to Shop");

            browser.run("window.mine = true");
            shop.edit(INDEX, "Welcome to", "Nobody pressed a key in");
            browser.await("document.body.innerText.includes('Nobody pressed a key in Shop')");
            assertThat(browser.run("window.mine")).isNull();

            // Style sheets come in place: what a visitor had typed would stay.
            browser.run("window.mine = true");
            shop.edit(STYLES, "body {", "body { --mine: 7;");
            browser.await(
                    "getComputedStyle(document.body).getPropertyValue('--mine').trim() === '7'");
            assertThat(browser.run("window.mine")).isEqualTo(true);

            shop.edit(VIEWS, "render(", "rende(");
            browser.await("document.body.innerText.includes('The sources do not compile')");
            assertThat(browser.text()).contains(VIEWS, "rende(");
            shop.edit(VIEWS, "rende(", "render(");
            browser.await("document.body.innerText.includes('Nobody pressed a key in Shop')");
        } finally {
            shop.edit(INDEX, "Nobody pressed a key in", "Welcome to");
        }
    }

    @Test
    void noPageOfProductionKnowsOfIt() throws Exception {
        try (Running server = shop.serve()) {
            String address = server.address();

            assertThat(page(address)).contains("Welcome to Shop").doesNotContain("_quintet");
            assertThat(status(address + "_quintet/refresh.js")).isEqualTo(404);
            assertThat(status(address + "_quintet/changes")).isEqualTo(404);
        }
    }

    private static String page(String address) throws IOException {
        try (InputStream page = URI.create(address).toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String address) throws IOException {
        var connection = (java.net.HttpURLConnection) URI.create(address).toURL().openConnection();
        return connection.getResponseCode();
    }
}
