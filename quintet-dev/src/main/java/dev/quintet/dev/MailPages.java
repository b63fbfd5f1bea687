package dev.quintet.dev;

import dev.quintet.http.Header;
import dev.quintet.http.Response;
import dev.quintet.kernel.text.Urlize;
import dev.quintet.mail.Attachment;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.MailAddress;
import java.util.List;
import java.util.Map;

/// How caught mail and previews look.
final class MailPages {

    private static final Header POLICY =
            Header.of(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'self';"
                            + " style-src 'unsafe-inline'; frame-src 'self';"
                            + " frame-ancestors 'none'");

    private static final String STYLE =
            """
            a{color:var(--mark)}
            .mails{list-style:none;margin:0;padding:0}
            .mails a{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.7rem .85rem;\
            border-bottom:1px solid var(--line);color:inherit;text-decoration:none;min-width:0}
            .mails a:hover,.mails a:focus{background:var(--glow)}
            .mails b{overflow-wrap:anywhere}
            .mails span{color:var(--soft);font-size:.875rem;overflow-wrap:anywhere}
            .mails time{color:var(--soft);font-size:.8125rem}
            .empty{color:var(--soft)}
            .bar{display:flex;flex-wrap:wrap;gap:.4rem 1.25rem;align-items:baseline;margin:1rem 0}
            .bar form{margin-left:auto}
            button{font:inherit;color:var(--ink);background:var(--card);\
            border:1px solid var(--line);border-radius:.4rem;padding:.3rem .8rem;cursor:pointer}
            iframe{display:block;width:100%;height:34rem;border:1px solid var(--line);\
            border-radius:.5rem;background:#fff}
            .plain{background:var(--card);border:1px solid var(--line);border-radius:.5rem;\
            padding:.85rem;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.9rem;margin:0}
            @media(max-width:40rem){.mails a{grid-template-columns:1fr}}
            """;

    private MailPages() {}

    static Response list(List<CaughtMail.Caught> caught, Map<String, String> previews) {
        Html html = begun("Mail", caught.isEmpty() ? "Mail" : "Mail (" + caught.size() + ")");
        html.raw("<div class=\"bar\"><span class=\"where\">")
                .text("What the site sent since runserver began, the newest first.")
                .raw("</span>");
        if (!caught.isEmpty()) {
            html.raw("<form method=\"post\" action=\"")
                    .text(MailDesk.HOME + "clear")
                    .raw("\"><button>Empty the list</button></form>");
        }
        html.raw("</div>\n");
        if (caught.isEmpty()) {
            html.element(
                    "p class=\"empty\"", "None yet. It shows here as soon as the site sends one.");
        }
        html.raw("<ul class=\"mails\">\n");
        for (CaughtMail.Caught one : caught) {
            EmailMessage message = one.message();
            html.raw("<li><a href=\"")
                    .text(MailDesk.HOME + one.id() + "/")
                    .raw("\"><b>")
                    .text(subject(message))
                    .raw("</b><time>")
                    .text(String.valueOf(message.header("Date")))
                    .raw("</time><span>")
                    .text("to " + String.join(", ", message.recipients()))
                    .raw("</span><span>")
                    .text(kinds(message))
                    .raw("</span></a></li>\n");
        }
        html.raw("</ul>\n");
        html.element("h2", "Previews");
        if (previews.isEmpty()) {
            html.raw(
                            "<p class=\"empty\">An app that implements <code>MailPreviews</code> shows its")
                    .raw(" mail here with sample data, before anybody gets it.</p>\n");
        }
        html.raw("<ul class=\"mails\">\n");
        previews.forEach((name, address) ->
                html.raw("<li><a href=\"")
                        .text(address)
                        .raw("\"><b>")
                        .text(name)
                        .raw("</b></a></li>\n"));
        html.raw("</ul>\n");
        return answer(200, html);
    }

    static Response message(EmailMessage message, String home, Map<String, String> languages) {
        Html html = begun("Mail", subject(message));
        html.raw("<nav class=\"bar\"><a href=\"").text(MailDesk.HOME).raw("\">All mail</a>\n");
        languages.forEach((name, address) ->
                html.raw("<a href=\"").text(address).raw("\">").text(name).raw("</a>\n"));
        html.raw("<a href=\"").text(home + "source/").raw("\">Source</a></nav>\n");
        html.raw("<table><tbody>\n");
        row(html, "From", message.from() == null ? "" : message.from().toString());
        row(html, "To", addresses(message.to()));
        row(html, "Cc", addresses(message.cc()));
        row(html, "Bcc", addresses(message.bcc()));
        row(html, "Reply-To", addresses(message.replyTo()));
        message.headers().forEach((name, value) -> row(html, name, value));
        row(html, "Mailer", message.mailer());
        html.raw("</tbody></table>\n");
        if (message.html() != null) {
            html.element("h2", "HTML")
                    .raw("<iframe title=\"The message as HTML\" sandbox=\"allow-popups")
                    .raw(" allow-popups-to-escape-sandbox\" src=\"")
                    .text(home + "html/")
                    .raw("\"></iframe>\n");
        }
        if (!message.text().isEmpty()) {
            // Escapes what is not an address.
            String linked = Urlize.plain().apply(message.text());
            html.element("h2", "Text").raw("<pre class=\"plain\">").raw(linked).raw("</pre>\n");
        }
        for (EmailMessage.Alternative other : message.alternatives()) {
            html.element("h2", other.type());
            html.raw("<pre class=\"plain\">").text(other.content()).raw("</pre>\n");
        }
        files(html, message.attachments(), home);
        return answer(200, html);
    }

    private static void files(Html html, List<Attachment> files, String home) {
        if (files.isEmpty()) {
            return;
        }
        html.element("h2", "Attachments").raw("<ul class=\"mails\">\n");
        for (int i = 0; i < files.size(); i++) {
            Attachment file = files.get(i);
            String id = file.contentId();
            html.raw("<li><a download href=\"")
                    .text(home + "file/" + i + "/")
                    .raw("\"><b>")
                    .text(file.name())
                    .raw("</b><span>")
                    .text(size(file.content().length))
                    .raw("</span><span>")
                    .text(file.type() + (id == null ? "" : ", inline as " + id))
                    .raw("</span></a></li>\n");
        }
        html.raw("</ul>\n");
    }

    static Response missing() {
        Html html = begun("Mail", "There is no such mail");
        html.raw("<p>It is not kept any more, or never was. <a href=\"")
                .text(MailDesk.HOME)
                .raw("\">All mail</a></p>\n");
        return answer(404, html);
    }

    private static Html begun(String where, String title) {
        var html = new Html();
        FailurePage.begin(html, title);
        return html.raw("<style>")
                .raw(STYLE)
                .raw("</style>\n<header>\n<p class=\"where\"><b>")
                .text(where)
                .raw("</b> <span>caught by the developer's server</span></p>\n")
                .element("h1", title)
                .raw("</header>\n<main>\n");
    }

    private static Response answer(int status, Html html) {
        html.raw("</main>\n<footer><p>These pages are there for you alone, and only under")
                .raw(
                        " <code>runserver</code> and <code>dev</code>.</p></footer>\n</body>\n</html>\n");
        return Response.html(html.toString()).withStatus(status).withHeader(POLICY);
    }

    private static void row(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.raw("<tr><th>").text(name).raw("</th><td>").text(value).raw("</td></tr>\n");
        }
    }

    private static String subject(EmailMessage message) {
        return message.subject().isBlank() ? "(no subject)" : message.subject();
    }

    private static String addresses(List<MailAddress> all) {
        return String.join(", ", all.stream().map(MailAddress::toString).toList());
    }

    private static String kinds(EmailMessage message) {
        String kinds =
                message.html() == null ? "text" : message.text().isEmpty() ? "HTML" : "HTML, text";
        int files = message.attachments().size();
        return files == 0 ? kinds : kinds + ", " + files + (files == 1 ? " file" : " files");
    }

    private static String size(int size) {
        return size < 1024 ? size + " bytes" : (size + 512) / 1024 + " KB";
    }
}
