package dev.quintet.conformance.beside;

import dev.quintet.RunningSite;
import dev.quintet.Site;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.adminlog.AdminLogApp;
import dev.quintet.conformance.queries.RecordedDatabases;
import dev.quintet.conformance.realdb.library.LibraryApp;
import dev.quintet.conformance.realdb.polls.PollsApp;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Routes;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.orm.ModelSignals;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.web.sessions.SessionsApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/// A site over a copy of a database that Django made, of either kind.
final class Beside implements AutoCloseable {

    /// Where the recorded site lies; its folder holds dumps as well.
    static final Path FOLDER = folder();

    private final RecordedDatabases databases;
    private final String url;
    private final RunningSite site;

    private Beside(RecordedDatabases databases, String kind, boolean moved) {
        this.databases = databases;
        this.url = Objects.requireNonNull(databases.urls().get(kind));
        this.site =
                new Library(url, moved).start(SettingsSources.ofProcess(List.of()), last -> last);
    }

    private static Path folder() {
        Path cases =
                Path.of(
                        System.getenv()
                                .getOrDefault("QUINTET_CONFORMANCE", "../../shared/conformance"));
        try {
            return RecordedDatabases.folder(cases);
        } catch (IOException absent) {
            return Path.of("no recorded site");
        }
    }

    /// {@return a site over a new copy}
    ///
    /// @param kind `sqlite` or `postgresql`
    static Beside on(String kind) throws IOException {
        return on(kind, true);
    }

    /// {@return a site over a new copy}
    ///
    /// @param moved whether it has models of the library already
    static Beside on(String kind, boolean moved) throws IOException {
        Assumptions.assumeTrue(Files.exists(FOLDER), "no recorded databases");
        RecordedDatabases databases = RecordedDatabases.open(FOLDER);
        if (!databases.urls().containsKey(kind)) {
            databases.close();
            Assumptions.abort("no " + kind);
        }
        return new Beside(databases, kind, moved);
    }

    String url() {
        return url;
    }

    Context context() {
        return site.context();
    }

    Database database() {
        return context().get(Databases.KEY).get(Databases.DEFAULT);
    }

    /// {@return the first column of what a statement finds, as text}
    List<String> texts(String sql) {
        return database()
                .query(
                        SqlStatement.of(sql),
                        new Object[0],
                        (result, _) -> {
                            List<String> found = new ArrayList<>();
                            while (result.next()) {
                                found.add(String.valueOf(result.getString(1)));
                            }
                            return found;
                        });
    }

    @Override
    public void close() {
        site.close();
        databases.close();
        // Others of this process count the statements of deletions that nobody listens to.
        ModelSignals.PRE_DELETE.disconnect("admin.log");
    }

    /// The site.
    private static final class Library extends Site {

        private final String url;
        private final boolean moved;

        private Library(String url, boolean moved) {
            this.url = url;
            this.moved = moved;
        }

        @Override
        protected void settings(Settings settings) {
            settings.apps(
                    ContentTypesApp.class, AuthApp.class, AdminLogApp.class, SessionsApp.class);
            if (moved) {
                settings.apps(
                        ContentTypesApp.class,
                        AuthApp.class,
                        AdminLogApp.class,
                        SessionsApp.class,
                        PollsApp.class,
                        LibraryApp.class);
            }
            settings.database(url);
            settings.secretKey("nuages-conformance-key");
            settings.set(AuthSettings.BESIDE_DJANGO, "5.2");
        }

        @Override
        protected Routes routes() {
            return Routes.of();
        }
    }
}
