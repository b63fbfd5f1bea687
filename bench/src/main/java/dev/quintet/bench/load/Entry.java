package dev.quintet.bench.load;

import dev.quintet.bench.servers.BareJetty;
import dev.quintet.bench.servers.HandWritten;
import dev.quintet.bench.servers.QuintetServer;
import java.util.List;

/// What is measured: one path, asked of all contenders in turn.
///
/// @param name as `bench/run` takes it
/// @param path what is asked for
/// @param contenders ours first, then those that it is held against
/// @param bar the least ratio that is good enough, ours to the first peer, in CPU a request
record Entry(String name, String path, List<Contender> contenders, double bar) {

    private static final Contender QUINTET = new Contender("quintet", QuintetServer.class);

    /// All entries.
    static final List<Entry> ALL =
            List.of(
                    new Entry("plaintext", "/plaintext", List.of(QUINTET, bareJetty()), 0.85),
                    new Entry("json", "/json", List.of(QUINTET, bareJetty()), 0.85),
                    new Entry(
                            "one-row",
                            "/db",
                            List.of(
                                    QUINTET,
                                    new Contender("jetty+jdbc by hand", HandWritten.class)),
                            0.90));

    private static Contender bareJetty() {
        return new Contender("bare jetty", BareJetty.class);
    }
}
