package dev.quintet.dev;

import dev.quintet.http.Body;
import dev.quintet.http.EventStream;
import dev.quintet.http.Header;
import dev.quintet.http.Headers;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.text.Escape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts a script into pages that shows them anew when something changed, and answers what that
/// script asks. There only under `runserver`.
final class Refresh implements Middleware {

    static final String SCRIPT = "/_quintet/refresh.js";
    static final String CHANGES = "/_quintet/changes";
    private static final long BEAT_SECONDS = 15;

    /// A page from a browser's cache would carry a mark of old, and be loaded for ever.
    private static final Set<String> VALIDATORS = Set.of("etag", "last-modified", "cache-control");

    private static final byte[] END = "</body".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PROGRAM =
            """
            (() => {
              const me = document.currentScript;
              let mark = me.dataset.mark;
              let source = null;
              const changed = event => {
                const [what, now] = event.data.split(" ");
                source.close();
                source = null;
                if (what === "styles") {
                  mark = now;
                  for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
                    const url = new URL(link.href);
                    if (url.origin === location.origin) {
                      url.searchParams.set("_quintet", now);
                      link.href = url.href;
                    }
                  }
                  open();
                } else {
                  location.reload();
                }
              };
              const open = () => {
                if (source || document.visibilityState === "hidden") return;
                source = new EventSource("%s?mark=" + encodeURIComponent(mark));
                source.onmessage = changed;
                source.onerror = () => {
                  if (source && source.readyState === EventSource.CLOSED) {
                    source = null;
                    setTimeout(open, 1000);
                  }
                };
              };
              // A browser has six connections for a site: a page that nobody sees takes none.
              document.addEventListener("visibilitychange", () => {
                if (document.visibilityState === "hidden" && source) {
                  source.close();
                  source = null;
                } else {
                  open();
                }
              });
              addEventListener("pagehide", () => source && source.close());
              open();
            })();
            """
                    .formatted(CHANGES)
                    .getBytes(StandardCharsets.UTF_8);

    private final Changes changes;

    Refresh(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String path = request.path();
        if (path.equals(SCRIPT)) {
            request.host(); // refuses names that are not ours
            return Response.bytes("text/javascript; charset=utf-8", PROGRAM)
                    .withHeader("Cache-Control", "no-cache");
        }
        if (path.equals(CHANGES)) {
            request.host();
            String mark = request.query().get("mark", "");
            return Response.events(events -> tell(events, mark));
        }
        // Asked before the page is made: what changes meanwhile is told.
        String mark = changes.mark();
        Response answer = next.handle(request);
        return request.is("HEAD") ? answer : withScript(request, answer, mark);
    }

    private void tell(EventStream events, String mark) throws IOException, InterruptedException {
        events.beat();
        while (true) {
            String what = changes.await(mark, BEAT_SECONDS);
            if (!what.isEmpty()) {
                events.send(what + " " + changes.mark());
                return;
            }
            events.beat();
        }
    }

    private static Response withScript(Request request, Response answer, String mark) {
        String type = answer.header("Content-Type");
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("text/html")
                || answer.header("Content-Encoding") != null
                || !(answer.body() instanceof Body.Bytes page)) {
            return answer;
        }
        int end = end(page.bytes());
        if (end < 0) {
            return answer; // a piece of a page
        }
        String nonce = null;
        var headers = new ArrayList<Header>();
        for (Header header : answer.headers()) {
            if (VALIDATORS.contains(header.lowerName())) {
                continue;
            }
            if (!header.lowerName().startsWith("content-security-policy")) {
                headers.add(header);
                continue;
            }
            var policy = new ScriptPolicy(header.value());
            if (policy.closed()) {
                return answer;
            }
            nonce = policy.nonce() == null ? nonce : policy.nonce();
            String opened =
                    policy.opened(request.absoluteUrl(SCRIPT), request.absoluteUrl(CHANGES));
            headers.add(header.withValue(opened));
        }
        headers.add(Header.of("Cache-Control", "no-store"));
        return answer.withHeaders(Headers.of(List.copyOf(headers)))
                .withBody(new Body.Bytes(inserted(page.bytes(), end, tag(mark, nonce))));
    }

    private static byte[] tag(String mark, @Nullable String nonce) {
        String attribute = nonce == null ? "" : " nonce=\"" + Escape.html(nonce) + "\"";
        return ("<script src=\""
                        + SCRIPT
                        + "\" data-mark=\""
                        + mark
                        + "\""
                        + attribute
                        + "></script>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Where the body of a page ends, or -1.
    private static int end(byte[] page) {
        for (int at = page.length - END.length; at >= 0; at--) {
            int i = 0;
            while (i < END.length && Character.toLowerCase(page[at + i]) == END[i]) {
                i++;
            }
            if (i == END.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] inserted(byte[] page, int at, byte[] tag) {
        byte[] all = new byte[page.length + tag.length];
        System.arraycopy(page, 0, all, 0, at);
        System.arraycopy(tag, 0, all, at, tag.length);
        System.arraycopy(page, at, all, at + tag.length, page.length - at);
        return all;
    }
}
