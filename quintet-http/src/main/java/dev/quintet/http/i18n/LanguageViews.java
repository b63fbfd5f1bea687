package dev.quintet.http.i18n;

import dev.quintet.http.Conditional;
import dev.quintet.http.Cookie;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Session;
import dev.quintet.http.middleware.Languages;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.headers.ETags;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.ScriptCatalogue;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.text.Uris;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Views for visitors who choose their language, and for scripts that speak it.
///
/// ```java
/// post("i18n/setlang/", LanguageViews::setLanguage).name("set_language"),
/// get("jsi18n/", LanguageViews::scriptCatalogue).name("javascript-catalog"),
/// ```
public final class LanguageViews {

    private LanguageViews() {}

    /// {@return a redirect to the page that the field `next` names, or the one that the visitor
    /// came from, remembering the language of the field `language` in a cookie; 204 for a client
    /// that takes no HTML and names no page}
    ///
    /// Addresses of other sites are never followed, and a language that the site does not speak is
    /// passed over. A request other than POST changes nothing. Django: `set_language`.
    public static Response setLanguage(Request request) {
        String next = next(request);
        Response response = next == null ? Response.noContent() : Response.redirect(next);
        Settings settings = Context.current().settings();
        String wanted = request.is("POST") ? request.form().get("language") : null;
        if (wanted == null || LanguageSettings.choice(settings).variant(wanted, true).isEmpty()) {
            return response;
        }
        request.find(Session.KEY)
                .filter(session -> !session.isEmpty() && session.has(Languages.SESSION_NAME))
                .ifPresent(session -> session.put(Languages.SESSION_NAME, wanted));
        int age = settings.get(LanguageSettings.LANGUAGE_COOKIE_AGE);
        String domain = settings.get(LanguageSettings.LANGUAGE_COOKIE_DOMAIN);
        return response.withCookie(
                Cookie.of(settings.get(LanguageSettings.LANGUAGE_COOKIE_NAME), wanted)
                        .withMaxAge(age == 0 ? null : Duration.ofSeconds(age))
                        .withDomain(domain.isEmpty() ? null : domain)
                        .withPath(settings.get(LanguageSettings.LANGUAGE_COOKIE_PATH)));
    }

    private static @Nullable String next(Request request) {
        String asked = request.is("POST") ? request.form().get("next") : null;
        if (asked == null) {
            asked = request.query().get("next");
        }
        if ((asked == null || asked.isEmpty()) && !request.accepts("text/html")) {
            return null;
        }
        Set<String> here = Set.of(request.host());
        if (asked != null && Uris.allowedRedirect(asked, here, request.secure())) {
            return asked;
        }
        String from = request.header("Referer");
        return from != null && Uris.allowedRedirect(from, here, request.secure()) ? from : "/";
    }

    /// {@return the texts of the site's scripts in the active language, as a script that brings
    /// `gettext` and its kin; 304 to a browser that has it}
    ///
    /// Django: `JavaScriptCatalog`.
    public static Response scriptCatalogue(Request request) {
        Language language = Language.active();
        Translations scripts = Context.current().getOr(Translations.SCRIPTS, Translations::none);
        byte[] script =
                ScriptCatalogue.render(scripts.catalogue(language), Formats.of(language).byName())
                        .getBytes(StandardCharsets.UTF_8);
        Response response =
                Response.bytes("text/javascript; charset=utf-8", script)
                        .withHeader("ETag", ETags.quote(digest(script)))
                        .withHeader("Cache-Control", "no-cache");
        return Conditional.answer(request, response);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
