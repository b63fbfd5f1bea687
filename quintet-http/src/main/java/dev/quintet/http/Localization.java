package dev.quintet.http;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.settings.KernelSettings;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Routes whose patterns depend on the language: a router for each language, made when it is first
/// needed, so that finding costs no more than elsewhere.
final class Localization {

    private final Routes routes;
    private final ConcurrentMap<String, Router> routers = new ConcurrentHashMap<>();

    private Localization(Routes routes) {
        this.routes = routes;
    }

    /// {@return the routers of these routes by language, or `null` where none depends on it}
    static @Nullable Localization of(Routes routes) {
        return depends(routes) ? new Localization(routes) : null;
    }

    /// {@return whether any route has the language's code before it}
    static boolean prefixes(Routes routes) {
        return routes.list().stream()
                .anyMatch(route ->
                        isPrefix(route)
                                || (route.included() != null && prefixes(route.included())));
    }

    /// Refuses a prefix within routes that have something before them: the language's code is
    /// looked for at the beginning of a path only.
    ///
    /// @throws RoutingException when there is one
    static void refuseInner(Routes routes) {
        for (Route route : routes.list()) {
            Routes included = route.included();
            if (included != null && prefixes(included)) {
                throw new RoutingException(
                        Problem.of(
                                        "http.E080",
                                        "inLanguage(...) stands within '" + route.pattern() + "'.")
                                .because("A language's code is looked for at the beginning only.")
                                .fixedBy("Put it around the outermost routes of the site."));
            }
        }
    }

    /// {@return whether the site's own language has its code before it as well}
    static boolean prefixesAll(Routes routes) {
        return routes.list().stream()
                .noneMatch(route ->
                        route.localized() == Route.Localized.PREFIX_OF_OTHERS
                                || (route.included() != null && !prefixesAll(route.included())));
    }

    private static boolean isPrefix(Route route) {
        return route.localized() == Route.Localized.PREFIX
                || route.localized() == Route.Localized.PREFIX_OF_OTHERS;
    }

    private static boolean depends(Routes routes) {
        return routes.list().stream()
                .anyMatch(route ->
                        route.localized() != Route.Localized.NO
                                || (route.included() != null && depends(route.included())));
    }

    Router active() {
        Language language = Language.active();
        Router known = routers.get(language.code());
        if (known == null) {
            known = Router.of(translated(routes, language));
            routers.putIfAbsent(language.code(), known);
        }
        return known;
    }

    private static Routes translated(Routes routes, Language language) {
        var all = new ArrayList<Route>();
        for (Route route : routes.list()) {
            Routes included = route.included();
            all.add(
                    route.inOneLanguage(
                            pattern(route, language),
                            included == null ? null : translated(included, language)));
        }
        return routes.inOneLanguage(all);
    }

    private static String pattern(Route route, Language language) {
        return switch (route.localized()) {
            case NO -> route.pattern();
            case TRANSLATED -> {
                String told = Translations.current().find(language, null, route.pattern());
                yield told == null || told.isEmpty() ? route.pattern() : told;
            }
            case PREFIX -> prefix(language);
            case PREFIX_OF_OTHERS -> isOwn(language) ? "" : prefix(language);
        };
    }

    private static boolean isOwn(Language language) {
        Context site = Context.find();
        return site != null
                && Language.of(site.settings().get(KernelSettings.LANGUAGE_CODE)).equals(language);
    }

    private static String prefix(Language language) {
        return language.code().toLowerCase(Locale.ROOT) + "/";
    }
}
