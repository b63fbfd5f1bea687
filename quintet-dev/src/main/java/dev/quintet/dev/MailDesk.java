package dev.quintet.dev;

import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.headers.HeaderParameters;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.text.PercentCoding;
import dev.quintet.mail.Attachment;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.MailPreview;
import dev.quintet.mail.MailPreviews;
import dev.quintet.mail.Mailers;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Databases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Shows the mail that was caught, and what mail looks like with sample data: below
/// `/_quintet/mail/`. There only under `runserver` and `dev`.
final class MailDesk implements Middleware {

    static final String HOME = "/_quintet/mail/";

    /// What a message may do that is shown: pictures and styles. Its links open elsewhere.
    private static final Header OF_MESSAGE =
            Header.of(
                    "Content-Security-Policy",
                    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                            + " img-src 'self' data: http: https:; style-src 'unsafe-inline';"
                            + " frame-ancestors 'self'");

    private static final Pattern INLINE = Pattern.compile("cid:([^\"'\\s>)]+)");
    private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>");

    private final CaughtMail caught;

    MailDesk(CaughtMail caught) {
        this.caught = caught;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String path = request.path();
        if (!path.startsWith(HOME)) {
            return path.equals(HOME.substring(0, HOME.length() - 1))
                    ? Response.redirect(HOME)
                    : next.handle(request);
        }
        request.host(); // refuses names that are not ours
        List<String> steps = List.of(path.substring(HOME.length()).split("/", -1));
        Response answer =
                switch (steps.getFirst()) {
                    case "" -> MailPages.list(caught.messages(), previews());
                    case "clear" -> cleared(request);
                    case "preview" -> preview(request, steps);
                    default -> caught(steps);
                };
        return answer.withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff");
    }

    private Response cleared(Request request) {
        // Another site's page must not empty it: browsers say where a form was sent from.
        String from = request.header("Sec-Fetch-Site");
        if (!request.is("POST") || (from != null && !from.equals("same-origin"))) {
            return Response.text("Only the page itself empties the list.").withStatus(403);
        }
        caught.clear();
        return Response.redirect(HOME);
    }

    private Response caught(List<String> steps) {
        String id = steps.getFirst();
        EmailMessage message = id.matches("\\d{1,18}") ? caught.get(Long.parseLong(id)) : null;
        if (message == null) {
            return MailPages.missing();
        }
        return part(message, steps.subList(1, steps.size()), HOME + id + "/", Map.of());
    }

    /// The mail of a preview: `preview/APP/NAME/LANGUAGE/`.
    private static Response preview(Request request, List<String> steps) {
        if (steps.size() < 4) {
            return MailPages.missing();
        }
        MailPreview found = find(steps.get(1), steps.get(2));
        Language language = language(steps.get(3));
        if (found == null || language == null) {
            return MailPages.missing();
        }
        String home =
                HOME
                        + "preview/"
                        + steps.get(1)
                        + "/"
                        + PercentCoding.quote(found.name(), PercentCoding.safe(""))
                        + "/";
        var languages = new LinkedHashMap<String, String>();
        for (Language one : languages()) {
            languages.put(
                    one.nameLocal() + (one.equals(language) ? " ✓" : ""), home + one.code() + "/");
        }
        EmailMessage message = language.activateIn(Context.current()).call(() -> made(found));
        return part(
                message,
                steps.subList(4, steps.size()),
                home + language.code() + "/",
                languages.size() > 1 ? languages : Map.of());
    }

    /// What it writes is taken back.
    private static EmailMessage made(MailPreview preview) {
        Context site = Context.current();
        if (site.find(Databases.KEY).isEmpty()) {
            return prepared(preview.message().get());
        }
        try (var block = Transaction.atomic()) {
            EmailMessage message = prepared(preview.message().get());
            block.rollback();
            return message;
        }
    }

    /// As it would go out: with a sender.
    private static EmailMessage prepared(EmailMessage message) {
        return message.from() != null
                ? message
                : message.from(Mailers.current().get(message.mailer()).sender());
    }

    private static Response part(
            EmailMessage message, List<String> steps, String home, Map<String, String> languages) {
        String what = steps.isEmpty() ? "" : steps.getFirst();
        return switch (what) {
            case "" -> MailPages.message(message, home, languages);
            case "html" -> html(message, home);
            case "source" -> Response.text(message.bytes());
            case "file" -> file(message, steps.size() > 1 ? steps.get(1) : "");
            default -> MailPages.missing();
        };
    }

    private static Response html(EmailMessage message, String home) {
        String html = message.html();
        if (html == null) {
            return MailPages.missing();
        }
        List<Attachment> files = message.attachments();
        String shown =
                INLINE.matcher(html)
                        .replaceAll(place -> Matcher.quoteReplacement(inline(files, home, place)));
        String elsewhere = "<base target=\"_blank\">";
        Matcher head = HEAD.matcher(shown);
        shown =
                head.find()
                        ? shown.substring(0, head.end()) + elsewhere + shown.substring(head.end())
                        : elsewhere + shown;
        return Response.html(shown).withHeader(OF_MESSAGE);
    }

    private static String inline(List<Attachment> files, String home, MatchResult place) {
        for (int i = 0; i < files.size(); i++) {
            if (String.valueOf(place.group(1)).equals(files.get(i).contentId())) {
                return home + "file/" + i + "/";
            }
        }
        return place.group();
    }

    private static Response file(EmailMessage message, String number) {
        int at = number.matches("\\d{1,6}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
        if (at >= message.attachments().size()) {
            return MailPages.missing();
        }
        Attachment file = message.attachments().get(at);
        // Kept, not opened: a page among them would be a page of this site.
        return Response.bytes(file.type(), file.content())
                .withHeader(
                        "Content-Disposition",
                        HeaderParameters.contentDisposition(true, file.name()))
                .withHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    // Previews

    /// The addresses of all previews, by app and name.
    private static Map<String, String> previews() {
        var all = new LinkedHashMap<String, String>();
        for (App app : Context.current().apps().list()) {
            if (app instanceof MailPreviews shows) {
                for (MailPreview one : shows.mailPreviews()) {
                    all.put(
                            app.verboseName() + ": " + one.name(),
                            HOME
                                    + "preview/"
                                    + app.label()
                                    + "/"
                                    + PercentCoding.quote(one.name(), PercentCoding.safe(""))
                                    + "/"
                                    + languages().getFirst().code()
                                    + "/");
                }
            }
        }
        return all;
    }

    private static @Nullable MailPreview find(String label, String name) {
        for (App app : Context.current().apps().list()) {
            if (app.label().equals(label) && app instanceof MailPreviews shows) {
                for (MailPreview one : shows.mailPreviews()) {
                    if (one.name().equals(name)) {
                        return one;
                    }
                }
            }
        }
        return null;
    }

    private static List<Language> languages() {
        return LanguageSettings.choice(Context.current().settings()).supported();
    }

    private static @Nullable Language language(String code) {
        for (Language one : languages()) {
            if (one.code().equals(code)) {
                return one;
            }
        }
        return null;
    }
}
