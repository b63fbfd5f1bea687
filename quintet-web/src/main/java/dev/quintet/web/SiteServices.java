package dev.quintet.web;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.ReverseException;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.Router;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.template.TemplateServices;
import dev.quintet.kernel.text.Uris;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What templates ask of a site: its routes, its static files, the token of the request.
final class SiteServices implements TemplateServices {

    private final KeptFragments fragments = new KeptFragments();
    private final String staticPrefix;
    private final String mediaPrefix;

    SiteServices(Settings settings) {
        this.staticPrefix = slashed(settings.get(HttpSettings.STATIC_URL));
        this.mediaPrefix = slashed(settings.get(HttpSettings.MEDIA_URL));
    }

    @Override
    public String url(
            String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp) {
        Context context = Context.current();
        String within = currentApp;
        if (within == null) {
            RouteMatch match = Request.in(context).map(Request::resolved).orElse(null);
            within = match == null || match.namespaces().isEmpty() ? null : match.namespace();
        }
        return context.get(Router.KEY).reverse(name, args, kwargs, within);
    }

    @Override
    public String staticUrl(String path) {
        StaticFiles files = Context.current().find(StaticFiles.KEY).orElse(null);
        return files == null ? staticPrefix + Uris.escapePath(path) : files.url(path);
    }

    @Override
    public boolean hasRoute(String name) {
        try {
            return !Context.current().get(Router.KEY).reverse(name).isEmpty();
        } catch (ReverseException none) {
            return none.problem().code().equals("http.E041"); // it is there and wants arguments
        }
    }

    @Override
    public boolean routeTakes(String name, int args, Set<String> kwargs) {
        return Context.current().get(Router.KEY).takes(name, args, kwargs);
    }

    @Override
    public boolean hasStatic(String path) {
        StaticFiles files = Context.current().find(StaticFiles.KEY).orElse(null);
        return files == null || files.locate(path) != null;
    }

    @Override
    public String staticPrefix() {
        return staticPrefix;
    }

    @Override
    public String mediaPrefix() {
        return mediaPrefix;
    }

    @Override
    public @Nullable String csrfToken() {
        return Csrf.currentToken();
    }

    @Override
    public String fragment(
            String name,
            List<?> varyOn,
            @Nullable Duration timeout,
            @Nullable String cache,
            Supplier<String> make) {
        return fragments.of(cache, name, varyOn, timeout, make);
    }

    private static String slashed(String prefix) {
        return prefix.endsWith("/") ? prefix : prefix + "/";
    }
}
