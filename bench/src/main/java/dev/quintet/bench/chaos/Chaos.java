package dev.quintet.bench.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The reliability run, behind `scripts/chaos`: the demo under mixed load, on PostgreSQL and then
/// on SQLite, while processes are killed, the database goes and comes, the disk is full and the
/// clock jumps. At the end what visitors saw is held against the tables and the log.
///
/// Exit code 0 when all checks held, 1 when one did not.
public final class Chaos {

    private static final String KEY = "of use to nobody, as it signs for a shop of a few minutes";

    private final Path jar;
    private final Path programs;
    private final Path work;
    private final Duration time;
    private final long seed;
    private final Report report = new Report();

    private Chaos(Path jar, Path programs, Path work, Duration time, long seed) {
        this.jar = jar;
        this.programs = programs;
        this.work = work;
        this.time = time;
        this.seed = seed;
    }

    /// Runs it.
    ///
    /// @param args the demo's jar, the folder of PostgreSQL's programs, an empty folder to work in,
    ///   minutes, and a number that chance begins with
    public static void main(String... args) throws Exception {
        Path work = Path.of(args[2]).toAbsolutePath();
        Duration time = Duration.ofMinutes(Long.parseLong(args[3]));
        long seed = Long.parseLong(args[4]);
        Path jar = Path.of(args[0]).toAbsolutePath();
        var chaos = new Chaos(jar, Path.of(args[1]), work, time, seed);
        System.out.println("Seed " + seed + ", logs in " + work);
        chaos.onPostgres();
        chaos.onSqlite();
        System.out.println(chaos.report.failed() ? "Something is WRONG." : "All checks held.");
        System.exit(chaos.report.failed() ? 1 : 0);
    }

    private void onPostgres() throws Exception {
        Path folder = Files.createDirectories(work.resolve("postgresql"));
        Optional<FakeClock> clock = FakeClock.find(folder);
        var environment = new HashMap<>(environment());
        clock.ifPresent(it -> environment.putAll(it.environment()));
        try (PostgresCluster cluster =
                PostgresCluster.make(programs, folder.resolve("data"), freePort())) {
            endsWithThisProcess(cluster);
            environment.put("DATABASE_URL", cluster.url());
            try (Connection connection = cluster.connect()) {
                Chinook.copy(jar, folder, connection);
            }
            try (var shop = shop(folder, environment)) {
                var killed = new ArrayList<Long>();
                run(
                        "PostgreSQL",
                        shop,
                        cluster::connect,
                        time.multipliedBy(2).dividedBy(3),
                        (faults, ledger) -> {
                            faults.add("kill -9 of the shop", () -> kill(shop, killed));
                            faults.add(
                                    "kill -9 of PostgreSQL",
                                    () -> {
                                        cluster.kill();
                                        Thread.sleep(1000);
                                        cluster.start();
                                    });
                            clock.ifPresentOrElse(
                                    it ->
                                            faults.addHarmless(
                                                    "the clock, an hour forth and back",
                                                    () -> it.jumps(shop.address(), ledger)),
                                    () ->
                                            System.out.println(
                                                    "  left out: the clock (libfaketime is missing;"
                                                            + " on Debian: apt-get install faketime)"));
                            faults.add(
                                    "a restart of PostgreSQL",
                                    () -> {
                                        cluster.stop();
                                        Thread.sleep(2000);
                                        cluster.start();
                                    });
                            faults.add(
                                    "a restart of the shop",
                                    () -> {
                                        shop.stop();
                                        shop.start();
                                    });
                        });
                killed.add(shop.pid());
                if (clock.isPresent()) {
                    clock.get().tidy(killed);
                }
            }
        }
    }

    private void onSqlite() throws Exception {
        Path folder = Files.createDirectories(work.resolve("sqlite"));
        var environment = new HashMap<>(environment());
        Path file = folder.resolve("records.db");
        environment.put("DATABASE_URL", "sqlite:" + file);
        // Not in cookies: what a visitor has, and what the shop knows of him, may differ then.
        environment.put("SESSION_ENGINE", "file");
        environment.put(
                "SESSION_FILE_PATH",
                Files.createDirectories(folder.resolve("sessions")).toString());
        try (var shop = shop(folder, environment)) {
            run(
                    "SQLite",
                    shop,
                    () -> DriverManager.getConnection("jdbc:sqlite:" + file),
                    time.dividedBy(3),
                    (faults, ledger) -> {
                        faults.add("kill -9 of the shop", () -> kill(shop, new ArrayList<>()));
                        if (FullDisk.possible()) {
                            faults.add(
                                    "a full disk",
                                    () -> FullDisk.fills(shop.pid(), shop.address(), ledger));
                        } else {
                            System.out.println("  left out: the full disk (prlimit is missing)");
                        }
                    });
        }
    }

    /// Where the tables are, past the shop.
    private interface Tables {
        Connection connect() throws SQLException;
    }

    private interface Plan {
        void make(Faults faults, Ledger ledger);
    }

    private void run(String name, ShopProcess shop, Tables tables, Duration open, Plan plan)
            throws Exception {
        System.out.println(name + ", " + open.toSeconds() + " s");
        Duration start = shop.startAndWait();
        Map<Long, Integer> before;
        try (Connection connection = tables.connect()) {
            for (Account one : Account.values()) {
                one.make(connection);
            }
            ShopTables.fill(connection);
            before = ShopTables.read(connection).stock();
        }
        var ledger = new Ledger();
        var faults = new Faults(shop.address(), ledger, start);
        plan.make(faults, ledger);
        Instant from = Instant.now();
        try (Crowd _ = Crowd.enter(shop.address(), ledger, shop::door, seed)) {
            faults.strikeUntil(from.plus(open));
        }
        Duration took = Duration.between(from, Instant.now());
        shop.stop();
        System.out.printf(
                "  %d requests in %d s, %d of them unanswered, %d answers of 500 and above; %d"
                        + " orders, %d double presses, %d confirmations sent again, %d apologies, %d"
                        + " sign-ins%n",
                ledger.requests.sum(),
                took.toSeconds(),
                ledger.unanswered.sum(),
                ledger.failures().size(),
                ledger.bought().size(),
                ledger.doublePresses.sum(),
                ledger.repeats.sum(),
                ledger.apologies.sum(),
                ledger.signIns.sum());
        new TreeMap<>(shop.problems())
                .forEach((kind, count) -> System.out.println("  logged " + count + " x " + kind));
        faults.report(report);
        report.says(
                "there was enough to check",
                ledger.bought().size() < 10 || ledger.doublePresses.sum() == 0
                        ? List.of(ledger.bought().size() + " orders")
                        : List.of());
        try (Connection connection = tables.connect()) {
            report.tables(connection, ledger, before);
        }
        report.failures(ledger, shop, faults.troubles());
    }

    private static void kill(ShopProcess shop, List<Long> killed)
            throws IOException, InterruptedException {
        killed.add(shop.pid());
        shop.kill();
        shop.start();
    }

    private ShopProcess shop(Path folder, Map<String, String> environment)
            throws IOException, SQLException, URISyntaxException {
        Class<?> type = DriverManager.getDriver("jdbc:postgresql://localhost/").getClass();
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
        Path driver = Path.of(Objects.requireNonNull(source.getLocation()).toURI());
        var shop = new ShopProcess(jar, folder, freePort(), environment, driver.toString());
        endsWithThisProcess(shop);
        return shop;
    }

    /// Nothing that was started outlives a run that is broken off.
    private static void endsWithThisProcess(AutoCloseable started) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    try {
                                        started.close();
                                    } catch (Exception left) {
                                        System.err.println("Left running: " + left.getMessage());
                                    }
                                }));
    }

    private static Map<String, String> environment() {
        return Map.of(
                "SECRET_KEY",
                KEY,
                "LOG_FORMAT",
                "json",
                "PASSWORD_HASHER",
                "pbkdf2_sha256:" + Account.ROUNDS);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
