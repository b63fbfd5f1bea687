package dev.quintet;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Mail;
import dev.quintet.mail.MailSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes to `MANAGERS` which links lead nowhere: pages that are not found though another page
/// leads to them. Each link once, then how often it was followed. There where `MANAGERS` is set and
/// `DEBUG` is off. Django: `BrokenLinkEmailsMiddleware`.
final class BrokenLinks implements Middleware, AutoCloseable {

    private final Context site;
    private final List<Pattern> ignored;
    private final Digest digest;

    private BrokenLinks(Context site) {
        this.site = site;
        this.ignored = site.settings().get(SiteSettings.IGNORABLE_404_URLS);
        this.digest = new Digest(site.settings().get(SiteSettings.MAIL_PAUSE), this::sendCounts);
    }

    static Optional<BrokenLinks> of(Context site) {
        Settings settings = site.settings();
        return settings.get(KernelSettings.DEBUG) || settings.get(MailSettings.MANAGERS).isEmpty()
                ? Optional.empty()
                : Optional.of(new BrokenLinks(site));
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Response answer = next.handle(request);
        if (answer.status() == 404) {
            String from = request.header("Referer");
            if (from != null && !from.isBlank() && isLink(request, from)) {
                String kind = request.escapedPath() + " from " + from;
                if (digest.first(kind)) {
                    RoleMail.send(site, () -> message(request, from));
                }
            }
        }
        return answer;
    }

    /// Not what was typed, tried by search engines, or made up by who asks.
    private boolean isLink(Request request, String from) {
        String path = request.path();
        if (ignored.stream().anyMatch(pattern -> pattern.matcher(path).find())) {
            return false;
        }
        URI page = uri(from);
        if (page == null || page.getHost() == null) {
            return false;
        }
        boolean internal = internal(request, page);
        if (!internal && from.indexOf('?') >= 0) {
            return false; // a search engine's results
        }
        // Who says that a page leads to itself makes that up, or came by a slash that was added.
        String source = Objects.requireNonNullElse(page.getPath(), "");
        return !(internal && (source.equals(path) || (source + "/").equals(path)));
    }

    private static boolean internal(Request request, URI page) {
        return request.host().replaceFirst(":\\d+$", "").equalsIgnoreCase(page.getHost());
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException odd) {
            return null;
        }
    }

    private static EmailMessage message(Request request, String from) {
        URI page = uri(from);
        boolean own = page != null && internal(request, page);
        String agent = request.header("User-Agent");
        String text =
                "Leads there: "
                        + from
                        + "\nNot found: "
                        + request.absoluteUrl()
                        + "\nUser agent: "
                        + (agent == null ? "-" : agent)
                        + "\nClient: "
                        + request.clientAddress()
                        + "\n";
        String subject = (own ? "Broken internal link on " : "Broken link on ") + request.host();
        return Mail.toManagers(RoleMail.oneLine(subject), text);
    }

    private void sendCounts(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String subject = "Broken links, followed " + (all == 1 ? "once" : all + " times") + " more";
        RoleMail.sendAndWait(site, () -> Mail.toManagers(subject, RoleMail.counts(counts)));
    }

    @Override
    public void close() {
        digest.close();
    }
}
