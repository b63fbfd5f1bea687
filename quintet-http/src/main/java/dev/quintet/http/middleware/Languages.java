package dev.quintet.http.middleware;

import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Session;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageChoice;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers each request in its visitor's language: that of the path where paths carry one, else
/// what the session or the cookie remembers, else what the browser asks for, else `LANGUAGE_CODE`.
/// Django: `LocaleMiddleware`.
///
/// List it after {@link Sessions}. The answer says its language in `Content-Language`, and in
/// `Vary` what the choice rests on. Immutable and safe for many threads.
public final class Languages implements Middleware {

    /// The name in the session under which a site may keep a visitor's language; it goes before the
    /// cookie.
    public static final String SESSION_NAME = "_language";

    private final LanguageChoice choice;
    private final String cookieName;
    private final boolean inPaths;
    private final @Nullable Language bare;

    private Languages(
            LanguageChoice choice, String cookieName, boolean inPaths, @Nullable Language bare) {
        this.choice = choice;
        this.cookieName = cookieName;
        this.inPaths = inPaths;
        this.bare = bare;
    }

    /// {@return the languages of the setting `LANGUAGES`}
    public static Languages of(Settings settings) {
        return new Languages(
                LanguageSettings.choice(settings),
                settings.get(LanguageSettings.LANGUAGE_COOKIE_NAME),
                false,
                null);
    }

    /// {@return the languages of the setting `LANGUAGES`, in paths where the routes have them there
    /// ({@link dev.quintet.http.Routes#inLanguage})}
    public static Languages of(Settings settings, Router router) {
        Languages plain = of(settings);
        if (!router.prefixesLanguages()) {
            return plain;
        }
        Language own = Language.of(settings.get(KernelSettings.LANGUAGE_CODE));
        return new Languages(
                plain.choice, plain.cookieName, true, router.prefixesAllLanguages() ? null : own);
    }

    /// {@return these languages, for a site whose paths may begin with one, such as `/de/about/`}
    ///
    /// A path without one that leads nowhere is sent to the same page in the visitor's language, if
    /// there is one.
    public Languages inPaths() {
        return new Languages(choice, cookieName, true, bare);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        boolean named = inPaths && choice.fromPath(request.path()).isPresent();
        // Where the site's own language has no prefix, a path without one is in it.
        boolean pathDecides = named || bare != null;
        Language language =
                bare != null && !named
                        ? bare
                        : choice.choose(
                                inPaths ? request.path() : null,
                                pathDecides ? null : remembered(request),
                                request.cookie(cookieName),
                                request.header("Accept-Language"));
        Response response = language.activateIn(Context.current()).call(() -> next.handle(request));
        if (inPaths && !pathDecides && response.status() == 404) {
            String there = "/" + language.code() + request.escapedPath();
            String path = "/" + language.code() + request.path();
            if (language.activateIn(Context.current()).call(() -> leadsSomewhere(path))) {
                String query = request.rawQuery();
                return Response.redirect(query.isEmpty() ? there : there + "?" + query)
                        .withVary("Accept-Language", "Cookie");
            }
        }
        if (!pathDecides && choice.supported().size() > 1) {
            response = response.withVary("Accept-Language", "Cookie");
        }
        return response.withDefault(Header.of("Content-Language", language.code()));
    }

    @Override
    public Set<Class<? extends Middleware>> inside() {
        return Set.of(Sessions.class);
    }

    /// A visitor without a session is not given one by being looked at.
    private static @Nullable String remembered(Request request) {
        return request.find(Session.KEY)
                .filter(session -> !session.isEmpty())
                .map(session -> session.get(SESSION_NAME, String.class))
                .orElse(null);
    }

    private static boolean leadsSomewhere(String path) {
        Router router = Context.current().get(Router.KEY);
        return router.resolve(path) != null
                || (!path.endsWith("/") && router.resolve(path + "/") != null);
    }
}
