package dev.quintet.bench.chaos;

import dev.quintet.bench.chaos.Visitor.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The clock of the shop's process, which jumps when a file says so: libfaketime stands between
/// Java and the system. The clock that only counts on, by which timeouts go, is left alone, as it
/// is when the clock of a machine is set.
final class FakeClock {

    private static final Duration JUMP = Duration.ofHours(1);

    private final Path library;
    private final Path file;

    private FakeClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /// {@return such a clock, if the library is on this machine}
    static Optional<FakeClock> find(Path folder) throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(libraries)) {
            Optional<Path> found =
                    all.map(one -> one.resolve("faketime/libfaketime.so.1"))
                            .filter(Files::exists)
                            .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var clock = new FakeClock(found.get(), folder.resolve("clock"));
            clock.set("+0");
            return Optional.of(clock);
        }
    }

    /// {@return what the shop's process needs in its environment}
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_DONT_RESET", "1",
                "DONT_FAKE_MONOTONIC", "1");
    }

    private void set(String offset) throws IOException {
        Files.writeString(file, offset + "\n");
    }

    /// An hour forth and, after a while, back. Who has signed in stays signed in, and the limit of
    /// guesses holds at both times and locks nobody out for an hour.
    void jumps(String address, Ledger ledger) throws IOException, InterruptedException {
        Visitor before = signedIn(address, ledger);
        set("+" + JUMP.toSeconds());
        await(address, ledger, true);
        Visitor during = signedIn(address, ledger);
        stays(before, "who signed in before the clock jumped forth", ledger);
        isLimited(address, ledger, Account.EVE.guess());
        Thread.sleep(2000);
        set("+0");
        await(address, ledger, false);
        stays(before, "who signed in before the clock jumped forth and back", ledger);
        stays(during, "who signed in before the clock jumped back", ledger);
        Answer right = post(new Visitor(address, ledger), Account.EVE.form());
        if (right.status() != 302) {
            ledger.surprised("guesses at another time lock an account: " + right);
        }
        Map<String, String> stranger = new HashMap<>(Account.EVE.guess());
        stranger.put("username", "nobody-" + ledger.newId());
        isLimited(address, ledger, stranger);
    }

    private static Visitor signedIn(String address, Ledger ledger)
            throws IOException, InterruptedException {
        var visitor = new Visitor(address, ledger);
        Answer in = post(visitor, Account.ADA.form());
        if (in.status() != 302) {
            ledger.surprised("signing in gave " + in);
        }
        return visitor;
    }

    private static Answer post(Visitor visitor, Map<String, String> form)
            throws IOException, InterruptedException {
        var copy = new HashMap<>(form);
        return visitor.until(() -> visitor.post("/accounts/login/", copy));
    }

    private static void stays(Visitor visitor, String who, Ledger ledger)
            throws IOException, InterruptedException {
        Answer orders = visitor.until(() -> visitor.get("/orders/"));
        if (!orders.isPage()) {
            ledger.surprised(who + " is not signed in any more: " + orders);
        }
    }

    private static void isLimited(String address, Ledger ledger, Map<String, String> guess)
            throws IOException, InterruptedException {
        var guesser = new Visitor(address, ledger);
        for (int i = 0; i < 8; i++) {
            if (post(guesser, guess).status() == 429) {
                return;
            }
        }
        ledger.surprised("eight guesses are not limited, " + guess.get("username"));
    }

    /// Waits until the shop's answers are dated so: else nothing has jumped.
    private static void await(String address, Ledger ledger, boolean ahead)
            throws IOException, InterruptedException {
        var visitor = new Visitor(address, ledger);
        for (int i = 0; i < 100; i++) {
            String date = visitor.until(() -> visitor.get("/robots.txt")).date();
            Instant then =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration off = Duration.between(Instant.now(), then);
            if (ahead == (off.compareTo(JUMP.dividedBy(2)) > 0)) {
                return;
            }
            Thread.sleep(100);
        }
        ledger.surprised("the clock of the shop does not jump");
    }

    /// Takes away what the library leaves in memory for processes that were killed.
    void tidy(List<Long> killed) throws IOException {
        for (long pid : killed) {
            Files.deleteIfExists(Path.of("/dev/shm/faketime_shm_" + pid));
            Files.deleteIfExists(Path.of("/dev/shm/sem.faketime_sem_" + pid));
        }
    }
}
