package records;

import dev.quintet.RunningSite;
import dev.quintet.http.Body;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The shop with a stock of its own, asked in this process, without a server.
final class OpenShop implements AutoCloseable {

    /// What came back, and what it cost.
    record Answer(Response response, String text, List<String> statements) {

        int status() {
            return response.status();
        }
    }

    private final RunningSite site;

    private OpenShop(RunningSite site) {
        this.site = site;
    }

    /// Opens the shop; its database is made in `folder`.
    static OpenShop in(Path folder) {
        return on(ServiceUrl.parse("sqlite:" + folder.resolve("shop.db")));
    }

    /// Opens the shop on a database, which it stocks.
    static OpenShop on(ServiceUrl url) {
        return new OpenShop(
                new Records()
                        .start(
                                SettingsSources.ofProcess(List.of()),
                                settings -> settings.with(KernelSettings.DATABASE_URL, url)));
    }

    Database database() {
        return site.context().get(Databases.KEY).get();
    }

    /// Does something as the shop itself.
    void run(Runnable work) {
        site.context().run(work);
    }

    Answer get(String url) {
        return ask(RequestBuilder.get(url));
    }

    Answer ask(RequestBuilder request) {
        var statements = new ArrayList<String>();
        try (var _ = database().observe((_, sql, _) -> statements.add(sql))) {
            var sent = request.header("Host", "localhost").build();
            Response response = site.pipeline().handle(sent);
            return new Answer(response, text(response.body()), statements);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(Body body) {
        try {
            return new String(
                    switch (body) {
                        case Body.Bytes(var bytes) -> bytes;
                        case Body.File(var path, var _, var _) -> Files.readAllBytes(path);
                        case Body.Stream(var open, var _) -> read(open);
                        case Body.Written(var writer) -> {
                            var out = new ByteArrayOutputStream();
                            writer.write(out);
                            yield out.toByteArray();
                        }
                        case Body.Talk _ -> throw new IllegalStateException("No page talks.");
                    },
                    StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] read(Body.Source open) throws IOException {
        try (InputStream in = open.open()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
