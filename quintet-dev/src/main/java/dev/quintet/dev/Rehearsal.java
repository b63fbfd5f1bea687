package dev.quintet.dev;

import dev.quintet.Site;
import dev.quintet.dev.compile.SourceFolder;
import dev.quintet.server.HttpServer;
import dev.quintet.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Goes through what commands do, so that a Java that is told to (`-XX:AOTCacheOutput`) keeps what
/// it loaded and linked, and later commands start in a fraction of the time. `./manage` runs it
/// once for each class path.
///
/// The project's own classes are left out, as they change: a loader of their own has them, and the
/// class path is that of the libraries.
public final class Rehearsal {

    private static final int PATIENCE_MILLIS = 5_000;

    private Rehearsal() {}

    /// Does it, and ends the process. What is wrong with the site is not told: the command that
    /// comes next will.
    ///
    /// @param args the project's folder and its main class
    public static void main(String... args) {
        try {
            Path folder = Path.of(args[0]).toAbsolutePath().normalize();
            var project =
                    new Project(
                            folder,
                            List.of(SourceFolder.ofMaven(folder)),
                            Project.classPath(),
                            args[1]);
            ScopedValue.where(Project.GIVEN, project).run(() -> rehearse(project));
        } catch (RuntimeException | LinkageError broken) {
            System.exit(1);
        }
        System.exit(0);
    }

    private static void rehearse(Project project) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var loader = new ProjectLoader(project.sources(), ProjectLoader.libraries());
        Thread.currentThread().setContextClassLoader(loader);
        Site site = Generation.site(project, loader, List.of("check"));
        site.manage(nowhere, nowhere, "check");
        site.manage(nowhere, nowhere, "help", RunserverCommand.NAME);
        serve(project, nowhere);
    }

    private static void serve(Project project, PrintWriter nowhere) {
        List<String> words = List.of(RunserverCommand.NAME);
        try (Workshop workshop = Workshop.open(project, words, nowhere, _ -> {});
                HttpServer server =
                        HttpServer.start(
                                workshop,
                                ServerOptions.of(workshop.settings())
                                        .stopAtShutdown(false)
                                        .accessLog(false)
                                        .at("127.0.0.1", 0));
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String question = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException silent) {
            nowhere.println(silent.getMessage());
        }
    }
}
