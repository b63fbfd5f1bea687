package dev.quintet.web;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.Header;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.text.Escape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The error page of a site that has none of its own: needs no other file, follows the visitor's
/// light or dark, fits a phone.
final class PlainPage {

    private static final String STYLE =
            """
            :root{color-scheme:light dark;--ink:#1d1c1a;--soft:#6b675f;--paper:#fbfaf7;--line:#e4e0d8;\
            --mark:#b4421f}
            @media(prefers-color-scheme:dark){:root{--ink:#eceae5;--soft:#a19c92;--paper:#171614;\
            --line:#34312c;--mark:#f0885f}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;\
            background:var(--paper);color:var(--ink);\
            font:1.0625rem/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",sans-serif}
            main{width:100%;max-width:34rem}
            b{display:block;font-size:clamp(4rem,18vw,7rem);line-height:1;font-weight:800;\
            letter-spacing:-.04em;color:var(--mark)}
            h1{margin:.75rem 0 .5rem;font-size:clamp(1.4rem,5vw,1.9rem);line-height:1.2;\
            letter-spacing:-.01em}
            p{margin:.4rem 0;color:var(--soft);overflow-wrap:anywhere}
            a{color:inherit}
            footer{margin-top:2rem;padding-top:.9rem;border-top:1px solid var(--line);\
            font-size:.8125rem;color:var(--soft);overflow-wrap:anywhere}
            code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
            """;

    /// What the page may load: this style, and nothing else.
    static final Header POLICY =
            Header.of(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; style-src 'sha256-"
                            + digest("\n" + STYLE)
                            + "'");

    private PlainPage() {}

    private static String digest(String style) {
        try {
            byte[] bytes = style.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String of(int status, @Nullable String detail, @Nullable String id) {
        String title = title(status);
        Language language = Language.active();
        var html = new StringBuilder(2048);
        html.append("<!doctype html>\n<html lang=\"")
                .append(language.code())
                .append(language.rightToLeft() ? "\" dir=\"rtl" : "")
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .append("<meta name=\"robots\" content=\"noindex\">\n<title>")
                .append(status)
                .append(' ')
                .append(Escape.html(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<b>")
                .append(status)
                .append("</b>\n<h1>")
                .append(Escape.html(title))
                .append("</h1>\n");
        String said = detail == null ? hint(status) : detail;
        html.append("<p>").append(Escape.html(said)).append("</p>\n");
        html.append("<p><a href=\"/\">")
                .append(Escape.html(gettext("To the front page")))
                .append("</a></p>\n");
        if (id != null) {
            html.append("<footer>")
                    .append(Escape.html(gettext("If you ask for help, name this request:")))
                    .append(" <code>")
                    .append(Escape.html(id))
                    .append("</code></footer>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String hint(int status) {
        return switch (status) {
            case 400 -> gettext("This request cannot be understood.");
            case 403 -> gettext("This page is not for you, or not without signing in.");
            case 404 -> gettext("There is nothing at this address. It may have moved.");
            case 405 -> gettext("This address does not answer that kind of request.");
            case 503 ->
                    gettext("The site has too much to do, or is being worked on. Try again soon.");
            default ->
                    status >= 500
                            ? gettext("Something went wrong on our side. It has been written down.")
                            : gettext("This request cannot be answered.");
        };
    }

    /// {@return the words for a status from 400 to 599}
    static String title(int status) {
        return switch (status) {
            case 400 -> gettext("Bad Request");
            case 401 -> gettext("Unauthorized");
            case 403 -> gettext("Forbidden");
            case 404 -> gettext("Not Found");
            case 405 -> gettext("Method Not Allowed");
            case 406 -> gettext("Not Acceptable");
            case 408 -> gettext("Request Timeout");
            case 409 -> gettext("Conflict");
            case 410 -> gettext("Gone");
            case 413 -> gettext("Content Too Large");
            case 414 -> gettext("URI Too Long");
            case 415 -> gettext("Unsupported Media Type");
            case 422 -> gettext("Unprocessable Content");
            case 429 -> gettext("Too Many Requests");
            case 431 -> gettext("Request Header Fields Too Large");
            case 500 -> gettext("Internal Server Error");
            case 501 -> gettext("Not Implemented");
            case 503 -> gettext("Service Unavailable");
            default -> status < 500 ? gettext("Bad Request") : gettext("Server Error");
        };
    }
}
