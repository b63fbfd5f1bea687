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
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartProjectTest {

    private static final Context BARE =
            Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC());

    @TempDir private Path folder;

    @Test
    void makesAProjectThatHasAllThatOneStartsWith() throws IOException {
        Path shop = started("record_shop");

        assertThat(files(shop))
                .contains(
                        "pom.xml",
                        "mvnw",
                        "mvnw.cmd",
                        "manage",
                        "manage.cmd",
                        ".mvn/wrapper/maven-wrapper.properties",
                        ".mvn/java",
                        ".mvn/jvm.config",
                        ".env",
                        ".env.sample",
                        ".gitignore",
                        ".dockerignore",
                        ".editorconfig",
                        ".gitlab-ci.yml",
                        ".github/workflows/ci.yml",
                        "Dockerfile",
                        "compose.yaml",
                        "settings.properties",
                        "settings.prod.properties",
                        "src/main/java/record_shop/RecordShop.java",
                        "src/test/java/record_shop/home/HomeTest.java");
        assertThat(files(shop)).noneMatch(name -> name.endsWith("-tpl"));
        assertThat(shop.resolve("manage")).isExecutable();
        assertThat(Files.readString(shop.resolve(".gitignore"))).contains(".env\n");
        assertThat(Files.readString(shop.resolve(".dockerignore"))).startsWith("*\n");
        try (Stream<Path> all = Files.walk(shop)) {
            assertThat(all.filter(Files::isRegularFile))
                    .allSatisfy(file ->
                            assertThat(Files.readString(file))
                                    .doesNotContainPattern("@[a-zA-Z]+@"));
        }
    }

    @Test
    void itsScriptsForWindowsHaveLinesAsThatShellReadsThem() throws IOException {
        Path shop = started("record_shop");

        String manage = Files.readString(shop.resolve("manage.cmd"));

        assertThat(manage).contains("dev.quintet.dev.Rehearsal . record_shop.RecordShop");
        assertThat(manage.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(Files.readString(shop.resolve("mvnw.cmd"))).contains("\r\n");
        assertThat(Files.readString(shop.resolve("manage"))).doesNotContain("\r");
    }

    @Test
    void itsSiteShowsAPageAtOnce() throws IOException {
        Path shop = started("shop");
        Project project = compiled(shop, "shop.Shop");

        try (RunningSite site = site(project)) {
            Response page = asked(site, "/");

            assertThat(page.status()).isEqualTo(200);
            assertThat(Shop.text(page)).contains("Welcome to Shop");
            assertThat(Commands.call(site.context(), "check").exitCode()).isZero();
        }
    }

    @Test
    void itsUsersAreItsOwnAndOneFieldMoreIsOneMigration() throws IOException {
        Path shop = started("shop");

        try (RunningSite site = site(compiled(shop, "shop.Shop"))) {
            assertThat(Commands.call(site.context(), "migrate").exitCode()).isZero();
            assertThat(Commands.call(site.context(), "makemigrations", "--check").exitCode())
                    .isZero();
            assertThat(asked(site, "/accounts/login/").status()).isEqualTo(200);
            assertThat(asked(site, "/admin/").header("Location"))
                    .isEqualTo("/admin/login/?next=%2Fadmin%2F");
        }
        Path user = shop.resolve("src/main/java/shop/accounts/User.java");
        Files.writeString(
                user,
                Files.readString(user)
                        .replace(
                                "    public long id;",
                                "    public long id;\n\n"
                                        + "    @dev.quintet.orm.Field(maxLength = 30, blank = true)\n"
                                        + "    public String phone = \"\";"));

        try (RunningSite site = site(compiled(shop, "shop.Shop"))) {
            String out = Commands.call(site.context(), "makemigrations", "--dry-run").out();
            assertThat(out.lines().filter(line -> line.strip().startsWith("+")))
                    .singleElement()
                    .asString()
                    .contains("phone");
        }
    }

    @Test
    void isSafeInPublicByItsProfile() throws IOException {
        Path shop = started("shop");
        // What is the developer's own is not shipped.
        Files.deleteIfExists(shop.resolve(".env"));
        Project project = compiled(shop, "shop.Shop");

        Map<String, String> production =
                Map.of(
                        "QUINTET_PROFILE", "prod",
                        "ALLOWED_HOSTS", "shop.example",
                        "MAILER_URL", "smtp://mail.shop.example",
                        "DEFAULT_FROM_EMAIL", "shop@shop.example",
                        "SECRET_KEY", "kept with care, made at random, and of fifty characters");
        try (RunningSite site = site(project, production)) {
            var checked =
                    Commands.call(site.context(), "check", "--deploy", "--fail-level", "WARNING");

            assertThat(checked.exitCode()).as(checked.out() + checked.err()).isZero();
        }
    }

    @Test
    void neverOverwrites() throws IOException {
        Path shop = started("shop");
        Files.writeString(shop.resolve("pom.xml"), "mine");

        assertThatThrownBy(() -> started("shop"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("[dev.E012]");
        assertThat(shop.resolve("pom.xml")).hasContent("mine");
    }

    @Test
    void refusesNamesThatAreNoPackage() {
        assertThatThrownBy(() -> started("My-Shop"))
                .hasMessageContaining("[dev.E010]")
                .hasMessageContaining("Call it my_shop.");
        assertThatThrownBy(() -> started("class")).hasMessageContaining("[dev.E010]");
        assertThatThrownBy(() -> started("site")).hasMessageContaining("[dev.E010]");
    }

    @Test
    void takesATemplateOfYourOwn() throws IOException {
        Path template = Files.createDirectories(folder.resolve("mine/src/@package@"));
        Files.writeString(template.resolve("@Name@.java-tpl"), "package @package@; // @title@");
        Files.write(folder.resolve("mine/logo.png"), new byte[] {1, 0, '@', 'n', 'a'});

        call(
                "startproject",
                "shop",
                folder.resolve("out").toString(),
                "--package",
                "com.example",
                "--template",
                folder.resolve("mine").toString());

        assertThat(folder.resolve("out/src/com/example/Shop.java"))
                .hasContent("package com.example; // Shop");
        assertThat(folder.resolve("out/logo.png"))
                .hasBinaryContent(new byte[] {1, 0, '@', 'n', 'a'});
    }

    @Test
    void takesATemplateFromAZipAndNothingOutsideOfIt() throws IOException {
        Path good = zip("good.zip", "pack-main/README.md", "Read me, @name@");
        Path evil = zip("evil.zip", "../../evil.txt", "gotcha");

        call(
                "startproject",
                "shop",
                folder.resolve("out").toString(),
                "--template",
                good.toString());

        assertThat(folder.resolve("out/README.md")).hasContent("Read me, shop");
        assertThatThrownBy(() ->
                        call(
                                "startproject",
                                "shop",
                                folder.resolve("a/b").toString(),
                                "--template",
                                evil.toString()))
                .hasMessageContaining("[dev.E013]");
        assertThat(folder.resolve("evil.txt")).doesNotExist();
        assertThatThrownBy(() -> call("startproject", "shop", "--template", "http://x.test/a.zip"))
                .hasMessageContaining("[dev.E011]");
    }

    private Path zip(String name, String entry, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path started(String name) {
        call("startproject", name, folder.resolve(name).toString());
        return folder.resolve(name);
    }

    private static Commands.Result call(String... words) {
        return Commands.call(BARE, words);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private static Project compiled(Path root, String main) {
        var project =
                new Project(root, List.of(SourceFolder.ofMaven(root)), Project.classPath(), main);
        try (ProjectCompiler compiler =
                ProjectCompiler.of(project.sources(), project.libraries())) {
            assertThat(compiler.compile()).isInstanceOf(Outcome.Compiled.class);
        }
        new Watched(project);
        return project;
    }

    private RunningSite site(Project project) {
        return site(project, Map.of());
    }

    private RunningSite site(Project project, Map<String, String> more) {
        var loader = new ProjectLoader(project.sources(), Site.class.getClassLoader());
        Site site = Generation.site(project, loader, List.of());
        String database = "sqlite:" + folder.resolve("test.db");
        var environment = new HashMap<>(more);
        environment.put("DATABASE_URL", database);
        var sources = new SettingsSources(project.folder(), environment, List.of());
        return site.start(sources, UnaryOperator.identity());
    }

    private static Response asked(RunningSite site, String path) {
        return site.pipeline().handle(RequestBuilder.get(path).header("Host", "localhost").build());
    }
}
