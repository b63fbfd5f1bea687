package dev.quintet.dev;

import dev.quintet.dev.compile.SourceFolder;
import dev.quintet.http.Body;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.kernel.command.Commands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A project of a model, a page, a template and a style sheet, written anew for each test, under
/// the developer's server without a port.
final class Shop implements AutoCloseable {

    private final Path folder;
    private final StringWriter told = new StringWriter();
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private final Workshop workshop;
    private Instant clock = Instant.now();

    Shop(Path folder) throws IOException {
        this.folder = folder;
        write(
                "src/main/java/shop/Shop.java",
                """
                package shop;

                import static dev.quintet.http.Routes.get;

                import dev.quintet.Site;
                import dev.quintet.http.Routes;
                import dev.quintet.kernel.settings.Settings;

                public final class Shop extends Site {
                    @Override protected void settings(Settings settings) {
                        settings.apps(ShopApp.class);
                        settings.database("sqlite:%s");
                    }

                    @Override protected Routes routes() {
                        return Routes.of(get("", Pages::index), get("zone/", Pages::zone));
                    }

                    public static void main(String... args) { new Shop().manage(args); }
                }
                """
                        .formatted(folder.resolve("shop.db")));
        write(
                "src/main/java/shop/ShopApp.java",
                """
                package shop;

                import dev.quintet.kernel.app.App;

                public final class ShopApp implements App {}
                """);
        write("src/main/java/shop/Item.java", item("name"));
        write("src/main/java/shop/Pages.java", pages("one", "name"));
        write("src/main/resources/templates/shop/index.html", template("first"));
        write("src/main/resources/static/shop.css", "body { color: #000001 }");
        write(".env", "SECRET_KEY=" + "x".repeat(50) + "\n");
        var project =
                new Project(
                        folder,
                        List.of(SourceFolder.ofMaven(folder)),
                        Project.classPath(),
                        "shop.Shop");
        workshop =
                Workshop.open(
                        project,
                        List.of("runserver"),
                        new PrintWriter(told),
                        one -> {
                            loaders.add(new WeakReference<>(one.loader()));
                            Commands.call(one.site().context(), "migrate");
                        });
    }

    static String item(String field) {
        return """
        package shop;

        import dev.quintet.orm.Field;
        import dev.quintet.orm.Model;

        public class Item extends Model {
            @Field(maxLength = 100) public String %s = "";
        }
        """
                .formatted(field);
    }

    static String pages(String word, String field) {
        return """
        package shop;

        import static dev.quintet.web.Shortcuts.render;

        import dev.quintet.http.Request;
        import dev.quintet.http.Response;
        import dev.quintet.kernel.context.Context;
        import dev.quintet.kernel.settings.KernelSettings;
        import java.util.Map;

        final class Pages {
            static Response index(Request request) {
                String column = "%1$s" + (Items.%1$s == null);
                return render(request, "shop/index.html", Map.of("word", "%2$s", "column", column));
            }

            static Response zone(Request request) {
                return Response.text(
                        String.valueOf(Context.current().settings().get(KernelSettings.TIME_ZONE)));
            }
        }
        """
                .formatted(field, word);
    }

    static String template(String word) {
        return "<!doctype html><html lang=\"en\"><body><h1>"
                + word
                + " {{ word }} {{ column }}</h1></body></html>";
    }

    /// Saves a file, later than all that was saved before.
    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        clock = clock.plusMillis(20);
        Files.setLastModifiedTime(file, FileTime.from(clock));
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    Response ask(String path) {
        RequestPipeline pipeline = workshop.enter();
        try {
            return pipeline.handle(RequestBuilder.get(path).header("Host", "localhost").build());
        } finally {
            workshop.leave(pipeline);
        }
    }

    String page(String path) {
        return text(ask(path));
    }

    static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }

    String told() {
        return told.toString();
    }

    Workshop workshop() {
        return workshop;
    }

    /// How many sites were started, and how many of their class loaders are still there.
    int started() {
        return loaders.size();
    }

    long alive() {
        System.gc();
        return loaders.stream().filter(one -> one.get() != null).count();
    }

    @Override
    public void close() {
        workshop.close();
    }
}
