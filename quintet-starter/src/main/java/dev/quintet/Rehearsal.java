package dev.quintet;

import dev.quintet.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A site that is started, asked for a few pages by itself, and ended, so that Java loads and links
/// what a start and a first visitor need.
final class Rehearsal {

    private static final int MOST_PAGES = 15;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern LINK = Pattern.compile("(?<=(?:href|src)=\")/[^/\"#][^\"#]*");

    private Rehearsal() {}

    /// Does it. What a page answers is not judged: where an image is made there is no database, and
    /// what is wrong with a site is said by its first real start.
    static void of(RunningSite site, ServerOptions set, PrintWriter out) {
        ServerOptions near = set.at("127.0.0.1", 0).tls(null).unixSocket(null).accessLog(false);
        try (Serving serving = Serving.start(site, near)) {
            int port = URI.create(serving.address()).getPort();
            List<String> links =
                    LINK.matcher(page(port, "/"))
                            .results()
                            .map(found -> found.group().replace("&amp;", "&"))
                            .distinct()
                            .limit(MOST_PAGES)
                            .toList();
            for (String link : links) {
                page(port, link);
            }
            out.println("Rehearsed: the front page, and " + links.size() + " that it leads to.");
        } catch (IOException silent) {
            out.println("Rehearsed, but the site did not answer: " + silent.getMessage());
        }
    }

    private static String page(int port, String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String question =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
