package dev.quintet.conformance.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The real Django over a database that we wrote to, as far as it is installed.
final class DjangoJudge {

    private static final Path SCRIPTS = Path.of("src/test/resources/beside").toAbsolutePath();

    private final String python;
    private final Path folder;
    private final String url;

    private DjangoJudge(String python, Path folder, String url) {
        this.python = python;
        this.folder = folder;
        this.url = url;
    }

    /// {@return one for a database, or `null` where no Python has a Django that can open it;
    /// `QUINTET_PYTHON` may name one}
    static @Nullable DjangoJudge of(String kind, Path folder, String url)
            throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("QUINTET_PYTHON", "/usr/bin/python3");
        if (!Files.isExecutable(Path.of(python))) {
            return null;
        }
        // SQLite's file as a path that a URL has; what we say to its driver is nothing for Django.
        String bare = url.replaceFirst("\\?.*", "").replaceFirst("^sqlite:/*", "sqlite:///");
        var judge = new DjangoJudge(python, folder, bare);
        String needs =
                kind.equals("sqlite")
                        ? "import django"
                        : "import django\nfrom django.db.backends.postgresql import base";
        return judge.said(List.of(python, "-W", "ignore", "-c", needs)).exit == 0 ? judge : null;
    }

    private record Said(int exit, String text) {}

    /// {@return what it says}
    String run(String argument) throws IOException, InterruptedException {
        return said(List.of(
                        python,
                        "-W",
                        "ignore",
                        "-B",
                        SCRIPTS.resolve("judge.py").toString(),
                        url,
                        argument))
                .text;
    }

    private Said said(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("said.txt");
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start()
                        .waitFor();
        return new Said(exit, Files.readString(out));
    }
}
