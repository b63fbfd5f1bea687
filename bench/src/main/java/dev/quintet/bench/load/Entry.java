package dev.quintet.bench.load;

import dev.quintet.bench.servers.AdminServer;
import dev.quintet.bench.servers.BareJetty;
import dev.quintet.bench.servers.HandWritten;
import dev.quintet.bench.servers.QuintetServer;
import dev.quintet.bench.servers.SignedInServer;
import dev.quintet.kernel.signing.CsrfToken;
import dev.quintet.kernel.signing.SessionCodec;
import dev.quintet.kernel.signing.SigningKeys;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is measured: one path, asked of all contenders in turn.
///
/// @param name as `bench/run` takes it
/// @param path what is asked for
/// @param contenders ours first, then those that it is held against
/// @param bar the least ratio that is good enough, ours to each peer that is no limit, in CPU a
///   request
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
                            0.90),
                    new Entry(
                            "page",
                            "/page/7/",
                            List.of(
                                    new Contender(
                                            "quintet page",
                                            QuintetServer.class,
                                            null,
                                            checkedPost()),
                                    new Contender(
                                            "quintet plaintext",
                                            QuintetServer.class,
                                            "/plaintext",
                                            null)),
                            0.60),
                    new Entry(
                            "signed-in",
                            "/user/7/",
                            List.of(
                                    signedIn("behind login", null),
                                    signedIn("plain page", "/page/7/")),
                            0.50),
                    new Entry(
                            "permitted",
                            "/permission/7/",
                            List.of(
                                    signedIn("behind permission", null),
                                    signedIn("plain page", "/page/7/")),
                            0.50),
                    adminList("admin-first", ""),
                    adminList("admin-filtered", "?q=7"),
                    adminList("admin-page", "?after=500000"),
                    new Entry(
                            "admin-text",
                            "/texts/servers/reading/?q=49999",
                            List.of(ourAdmin()),
                            10),
                    amongPeers("peers-plaintext", "/plaintext"),
                    amongPeers("peers-json", "/json"),
                    amongPeers("peers-one-row", "/db"));

    private static Entry amongPeers(String name, String path) {
        var all = new ArrayList<Contender>();
        all.add(QUINTET);
        all.addAll(Peers.there());
        return new Entry(name, path, List.copyOf(all), 1.0);
    }

    /// A hundred rows of a big table in the admin; Django's goes to as far a page by its number.
    private static Entry adminList(String name, String query) {
        String page = query.replace("?after=500000", "?p=5000");
        var all = new ArrayList<Contender>();
        all.add(ourAdmin());
        Peers.djangoAdmin("/admin/readings/reading/" + page, superuser()).ifPresent(all::add);
        return new Entry(name, "/admin/servers/reading/" + query, List.copyOf(all), 10);
    }

    private static Contender ourAdmin() {
        return new Contender("quintet admin", AdminServer.class, null, superuser());
    }

    private static String superuser() {
        return "wrk.headers[\"Cookie\"] = \"sessionid=%s\"\n".formatted(SignedInServer.session());
    }

    /// {@return how many ask at once: as many as the staff of a busy admin, and else as many as
    /// fill a server. With 64, each of Django's pages waited for seconds, and short rounds ended
    /// before any was answered}
    int connections() {
        return isOfAdmin() ? 4 : 64;
    }

    /// {@return whether it is asked for by `admin` only, because its table takes long to make}
    boolean isOfAdmin() {
        return name.startsWith("admin-");
    }

    /// {@return whether it is asked for by `peers`, and left out where nothing is asked for}
    boolean isAmongPeers() {
        return name.startsWith("peers-");
    }

    /// A post with a session in a signed cookie and a token that is checked.
    private static String checkedPost() {
        SigningKeys keys = SigningKeys.of(QuintetServer.SECRET, List.of());
        String session =
                SessionCodec.inCookie(keys, InstantSource.system()).encode(Map.of("name", "Ada"));
        String token = CsrfToken.newSecret();
        return """
        wrk.method = "POST"
        wrk.headers["Cookie"] = "csrftoken=%s; sessionid=%s"
        wrk.headers["X-CSRFToken"] = "%s"
        """
                .formatted(token, session, CsrfToken.mask(token));
    }

    /// A page asked for with the session of somebody who signed in.
    private static Contender signedIn(String name, @Nullable String path) {
        return new Contender(
                name,
                SignedInServer.class,
                path,
                "wrk.headers[\"Cookie\"] = \"sessionid=%s\"\n"
                        .formatted(SignedInServer.sessionOfMember()));
    }

    private static Contender bareJetty() {
        return new Contender("bare jetty", BareJetty.class);
    }
}
