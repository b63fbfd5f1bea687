package dev.quintet.bench.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Other frameworks, as their makers mean them to be used; `bench/run peers` builds them.
final class Peers {

    private static final Path HOME =
            Path.of(Objects.requireNonNull(System.getProperty("bench.peers", "bench/peers")))
                    .toAbsolutePath();

    private Peers() {}

    /// {@return those that are built, or installed}
    static List<Contender> there() {
        var all = new ArrayList<Contender>();
        Path spring = HOME.resolve("spring/target/peer-spring-1.jar");
        if (Files.exists(spring)) {
            all.add(peer("spring mvc", List.of("-jar", spring.toString(), "{port}"), false));
        }
        Path quarkus = HOME.resolve("quarkus/target/quarkus-app/quarkus-run.jar");
        if (Files.exists(quarkus)) {
            all.add(
                    peer(
                            "quarkus",
                            List.of("-Dquarkus.http.port={port}", "-jar", quarkus.toString()),
                            false));
        }
        if (Files.exists(HOME.resolve("javalin/target/lib"))) {
            all.add(peer("javalin", classes("javalin"), false));
        }
        Path django = Path.of("/usr/bin/gunicorn");
        if (Files.exists(django)) {
            all.add(
                    peer(
                            "django, 3 processes",
                            List.of(
                                    django.toString(),
                                    "--workers=3",
                                    "--backlog=4096",
                                    "--log-level=warning",
                                    "--chdir=" + HOME.resolve("django"),
                                    "--bind=127.0.0.1:{port}",
                                    "peer:application"),
                            false));
        }
        if (Files.exists(HOME.resolve("vertx/target/lib"))) {
            all.add(peer("vert.x, event loop", classes("vertx"), true));
        }
        return List.copyOf(all);
    }

    /// {@return Django's admin over the same table and the same session, where it is installed}
    static Optional<Contender> djangoAdmin(String path, String session) {
        Path django = Path.of("/usr/bin/gunicorn");
        return Files.exists(django)
                ? Optional.of(
                        new Contender(
                                "django admin, 3 processes",
                                List.of(
                                        django.toString(),
                                        "--workers=3",
                                        "--backlog=4096",
                                        "--log-level=warning",
                                        "--chdir=" + HOME.resolve("django"),
                                        "--bind=127.0.0.1:{port}",
                                        "adminpeer:application"),
                                path,
                                session,
                                false))
                : Optional.empty();
    }

    private static Contender peer(String name, List<String> program, boolean isLimit) {
        return new Contender(name, program, null, null, isLimit);
    }

    private static List<String> classes(String name) {
        Path target = HOME.resolve(name).resolve("target");
        return List.of(
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "peer.Main",
                "{port}");
    }
}
