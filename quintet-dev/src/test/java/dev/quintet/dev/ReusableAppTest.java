package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.RunningSite;
import dev.quintet.Site;
import dev.quintet.dev.compile.Outcome;
import dev.quintet.dev.compile.ProjectCompiler;
import dev.quintet.dev.compile.SourceFolder;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.web.SiteTemplates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Apps in jars, as strangers make them: what is listed works, the first that is listed wins, and
/// the site wins over all.
class ReusableAppTest {

    @TempDir private Path folder;
    private final List<AppLoader> loaders = new ArrayList<>();

    /// Knows which classes were asked of it.
    private static final class AppLoader extends URLClassLoader {

        AppLoader(URL[] urls, ClassLoader parent) {
            super(urls, parent);
        }

        boolean has(String name) {
            return findLoadedClass(name) != null;
        }
    }

    @AfterEach
    void close() throws IOException {
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    @Test
    void aJarThatIsListedBringsTablesPagesFilesAndCommands() throws Exception {
        try (RunningSite site = started("news.NewsApp.class")) {
            Commands.call(site.context(), "migrate");

            assertThat(text(site, "/")).isEqualTo("0 of the jar, by news");
            assertThat(asked(site, "/static/news/news.css").status()).isEqualTo(200);
            assertThat(Commands.call(site.context(), "count_news").out()).isEqualTo("0 news\n");
            assertThat(Commands.call(site.context(), "help").out()).contains("[news]");
        }
    }

    @Test
    void ofTwoAppsWithOneTemplateTheFirstListedWins() throws Exception {
        try (RunningSite site = started("events.EventsApp.class, news.NewsApp.class")) {
            Commands.call(site.context(), "migrate");

            assertThat(text(site, "/")).isEqualTo("0 of the jar, by events");
        }
    }

    @Test
    void theSitesOwnTemplateWinsOverThatOfAnApp() throws Exception {
        write("shop/src/main/resources/templates/news/page.html", "mine: {{ count }}");
        try (RunningSite site = started("news.NewsApp.class")) {
            Commands.call(site.context(), "migrate");

            assertThat(text(site, "/")).isEqualTo("mine: 0");
        }
    }

    @Test
    void anAppThatIsNotListedIsNotThere() throws Exception {
        try (RunningSite site = started("events.EventsApp.class")) {
            var templates = site.context().get(SiteTemplates.KEY);

            assertThat(templates.exists("who.html")).isTrue();
            assertThat(templates.exists("news/page.html")).isFalse();
            assertThat(asked(site, "/static/news/news.css").status()).isEqualTo(404);
            assertThat(Commands.call(site.context(), "help").out()).doesNotContain("count_news");
        }
    }

    @Test
    void noClassOfAJarThatIsNotListedIsLoaded() throws Exception {
        try (RunningSite site = started("events.EventsApp.class")) {
            asked(site, "/static/news/news.css");

            assertThat(loaders.getFirst().has("events.EventsApp")).isTrue();
            assertThat(loaders.getFirst().has("news.NewsApp")).isFalse();
            assertThat(loaders.getFirst().has("news.Item")).isFalse();
            assertThat(Commands.call(site.context(), "explain").out())
                    .contains("events.EventsApp", "events.jar")
                    .doesNotContain("news.NewsApp", "news.jar");
        }
    }

    @Test
    void itsMigrationsAreAppliedAndTheProjectWritesNone() throws Exception {
        try (RunningSite site = started("news.NewsApp.class")) {
            Commands.call(site.context(), "migrate");

            assertThat(Commands.call(site.context(), "showmigrations", "news").out())
                    .contains("[X] 0001_initial");
            var made = Commands.call(site.context(), "makemigrations", "--dry-run");
            assertThat(made.out()).isEqualTo("No changes detected\n");
            assertThat(made.err()).isEmpty();
        }
    }

    @Test
    void whatItsMigrationsLackIsLeftToItsMakers() throws Exception {
        try (RunningSite site = started("events.EventsApp.class")) {
            var made = Commands.call(site.context(), "makemigrations", "--check");

            assertThat(made.exitCode()).isZero();
            assertThat(made.out()).isEqualTo("No changes detected\n");
            assertThat(made.err())
                    .contains("'events' ask for a migration that events.jar lacks")
                    .contains("tell its makers");
            assertThatThrownBy(() -> Commands.call(site.context(), "makemigrations", "events"))
                    .hasMessageContaining("[migrations.E051]")
                    .hasMessageContaining("It comes in events.jar");
        }
    }

    @Test
    void itsTextsAreInTheLanguageOfThePage() throws Exception {
        try (RunningSite site = started("news.NewsApp.class", "", Map.of("LANGUAGE_CODE", "de"))) {
            Commands.call(site.context(), "migrate");

            assertThat(text(site, "/")).isEqualTo("0 aus dem Jar, by news");
        }
    }

    @Test
    void theAdminShowsItsModels() throws Exception {
        try (RunningSite site = startedWithAdmin()) {
            Commands.call(site.context(), "migrate");
            String session = asked(site, "/in/").cookie("sessionid").value();

            String front = Shop.text(asked(site, "/admin/", session));
            Response list = asked(site, "/admin/news/item/", session);

            assertThat(front).contains("/admin/news/item/add/");
            assertThat(list.status()).isEqualTo(200);
        }
    }

    @Test
    void theSiteReplacesOneTemplateOfTheAdmin() throws Exception {
        String theirs;
        try (var in = Site.class.getResourceAsStream("/templates/admin/login.html")) {
            theirs = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(theirs).contains("<h1>{{ title }}</h1>");
        write(
                "shop/src/main/resources/templates/admin/login.html",
                theirs.replace("<h1>{{ title }}</h1>", "<h1>Staff of the shop</h1>"));
        try (RunningSite site = startedWithAdmin()) {
            Commands.call(site.context(), "migrate");

            assertThat(text(site, "/admin/login/"))
                    .contains("<h1>Staff of the shop</h1>", "Log in", "/static/admin/admin.");
        }
    }

    private RunningSite startedWithAdmin() throws Exception {
        return started(
                "news.NewsApp.class, dev.quintet.contenttypes.ContentTypesApp.class,"
                        + " dev.quintet.auth.AuthApp.class, dev.quintet.admin.AdminApp.class",
                """
                include("admin/", dev.quintet.admin.Admin.site()),
                get("in/", request -> {
                    dev.quintet.auth.Auth.login(
                            request, dev.quintet.auth.User.createSuperuser("ada", "", null));
                    return "in";
                }),
                """,
                Map.of());
    }

    private RunningSite started(String apps) throws Exception {
        return started(apps, "", Map.of());
    }

    private RunningSite started(String apps, String routes, Map<String, String> more)
            throws Exception {
        Path news = jar("news", news());
        Path events =
                jar(
                        "events",
                        List.of(
                                "src/main/java/events/EventsApp.java",
                                """
                                package events;

                                import dev.quintet.migrations.Migration;
                                import java.util.List;

                                public final class EventsApp
                                        implements dev.quintet.kernel.app.App,
                                                dev.quintet.migrations.HasMigrations {
                                    @Override public List<Migration> migrations() {
                                        return List.of();
                                    }
                                }
                                """,
                                "src/main/java/events/Event.java",
                                """
                                package events;

                                public class Event extends dev.quintet.orm.Model {
                                    public int day;
                                }
                                """,
                                "src/main/resources/templates/who.html",
                                "events"));
        write(
                "shop/src/main/java/shop/Shop.java",
                """
                package shop;

                import static dev.quintet.http.Routes.get;
                import static dev.quintet.http.Routes.include;
                import static dev.quintet.web.Shortcuts.render;

                import dev.quintet.Site;
                import dev.quintet.http.Routes;
                import dev.quintet.kernel.settings.Settings;
                import java.util.Map;

                public final class Shop extends Site {
                    @Override protected void settings(Settings settings) {
                        settings.apps(%s);
                    }

                    @Override protected Routes routes() {
                        return Routes.of(%s get("", request ->
                                render(request, "news/page.html", Map.of("count", news.Items.all().count()))));
                    }
                }
                """
                        .formatted(apps, routes));
        Path classes = compiled("shop", List.of(news, events));
        var loader =
                new AppLoader(
                        new URL[] {
                            classes.toUri().toURL(), news.toUri().toURL(), events.toUri().toURL()
                        },
                        Site.class.getClassLoader());
        loaders.add(loader);
        var site = (Site) loader.loadClass("shop.Shop").getDeclaredConstructor().newInstance();
        var environment = new HashMap<>(more);
        environment.put("SECRET_KEY", "x".repeat(50));
        environment.put("DATABASE_URL", "sqlite:" + folder.resolve("shop.db"));
        return site.start(
                new SettingsSources(folder, environment, List.of()), UnaryOperator.identity());
    }

    private static List<String> news() {
        return List.of(
                "src/main/java/news/NewsApp.java",
                """
                package news;

                import dev.quintet.admin.AdminSite;
                import dev.quintet.admin.HasAdmin;
                import dev.quintet.kernel.app.App;
                import dev.quintet.kernel.command.Command;
                import dev.quintet.migrations.HasMigrations;
                import dev.quintet.migrations.Migration;
                import java.util.List;
                import java.util.function.Supplier;

                public final class NewsApp implements App, HasMigrations, HasAdmin {
                    @Override public List<Supplier<? extends Command>> commands() {
                        return List.of(CountNews::new);
                    }

                    @Override public List<Migration> migrations() {
                        return List.of(new news.migrations.M0001Initial());
                    }

                    @Override public void admin(AdminSite site) {
                        site.register(Item.class);
                    }
                }
                """,
                "src/main/java/news/migrations/M0001Initial.java",
                """
                package news.migrations;

                import dev.quintet.migrations.Migration;
                import dev.quintet.orm.state.FieldType;

                public final class M0001Initial extends Migration {
                    public M0001Initial() {
                        super("news", "0001_initial");
                        operations(createModel("Item", field("title", FieldType.text(80)), id()));
                    }
                }
                """,
                "src/main/java/news/CountNews.java",
                """
                package news;

                import dev.quintet.kernel.command.Command;
                import dev.quintet.kernel.context.Context;

                @picocli.CommandLine.Command(name = "count_news")
                public final class CountNews extends Command {
                    @Override protected int run(Context site) {
                        out().println(Items.all().count() + " news");
                        return 0;
                    }
                }
                """,
                "src/main/java/news/Item.java",
                """
                package news;

                public class Item extends dev.quintet.orm.Model {
                    @dev.quintet.orm.Field(maxLength = 80)
                    public String title = "";
                }
                """,
                "src/main/resources/locale/de/LC_MESSAGES/messages.po",
                """
                msgid ""
                msgstr "Language: de\\nContent-Type: text/plain; charset=UTF-8\\n"

                msgid "of the jar"
                msgstr "aus dem Jar"
                """,
                "src/main/resources/templates/news/page.html",
                "{% load i18n %}{{ count }} {% translate \"of the jar\" %}, by {% include"
                        + " \"who.html\" %}",
                "src/main/resources/templates/who.html",
                "news",
                "src/main/resources/static/news/news.css",
                "body { color: #123 }");
    }

    /// A jar of files: a path and a text by turns.
    private Path jar(String name, List<String> files) throws IOException {
        for (int i = 0; i < files.size(); i += 2) {
            write(name + "/" + files.get(i), files.get(i + 1));
        }
        Path classes = compiled(name, List.of());
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var zip = new JarOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                zip.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return jar;
    }

    private Path compiled(String name, List<Path> jars) {
        Path root = folder.resolve(name);
        var libraries = new ArrayList<>(Project.classPath());
        libraries.addAll(jars);
        SourceFolder sources = SourceFolder.ofMaven(root);
        var project = new Project(root, List.of(sources), libraries, "");
        try (ProjectCompiler compiler = ProjectCompiler.of(project.sources(), libraries)) {
            assertThat(compiler.compile()).isInstanceOf(Outcome.Compiled.class);
        }
        new Watched(project); // copies resources beside the classes
        return sources.classes();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static String text(RunningSite site, String path) {
        return Shop.text(asked(site, path));
    }

    private static Response asked(RunningSite site, String path) {
        return site.pipeline().handle(RequestBuilder.get(path).header("Host", "localhost").build());
    }

    private static Response asked(RunningSite site, String path, String session) {
        return site.pipeline()
                .handle(
                        RequestBuilder.get(path)
                                .header("Host", "localhost")
                                .cookie("sessionid", session)
                                .build());
    }
}
