package dev.quintet.bench.chaos;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Takes the room from a running process: no file that it writes may be longer than a few pages,
/// which to SQLite is a disk that is full. `prlimit` does to a process that runs what `ulimit -f`
/// does to one that starts; a limit that is set for a while can be taken back.
final class FullDisk {

    private static final int SECONDS = 6;

    private FullDisk() {}

    /// {@return whether this machine can do it}
    static boolean possible() {
        try {
            return new ProcessBuilder("prlimit", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// No room for a while, then room again. Pages must come all the time, and somebody must have
    /// noticed, else the disk was never full.
    static void fills(long process, String address, Ledger ledger)
            throws IOException, InterruptedException {
        int before = ledger.failures().size();
        limit(process, "8192");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        var reader = new Visitor(address, ledger);
        while (System.nanoTime() < end) {
            for (String path : new String[] {"/", "/albums/1/", "/artists/"}) {
                Visitor.Answer answer = reader.get(path);
                if (!answer.isPage()) {
                    ledger.surprised("while the disk is full " + path + " is " + answer);
                }
            }
            Thread.sleep(200);
        }
        limit(process, "unlimited");
        if (ledger.failures().size() == before) {
            ledger.surprised("nobody noticed that the disk was full");
        }
    }

    private static void limit(long process, String bytes) throws IOException, InterruptedException {
        int code =
                new ProcessBuilder(
                                "prlimit",
                                "--pid",
                                String.valueOf(process),
                                "--fsize=" + bytes + ":unlimited")
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException("prlimit failed: " + code);
        }
    }
}
