package dev.quintet.auth.pages;

import dev.quintet.http.Request;
import dev.quintet.http.Router;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.text.Uris;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a visitor goes next: never off the site, whatever they were sent with.
public final class Destinations {

    private static final String FIELD = "next";

    private Destinations() {}

    /// {@return the address that the visitor came with as `next`, where it is one of this site;
    /// else `null`}
    public static @Nullable String asked(Request request) {
        String next = request.is("POST") ? request.form().get(FIELD) : null;
        if (next == null) {
            next = request.query().get(FIELD);
        }
        return Uris.allowedRedirect(next, Set.of(request.host()), request.secure()) ? next : null;
    }

    /// {@return what the visitor came with, where it is safe; else what a setting says}
    public static String of(Request request, Setting<String> otherwise) {
        String asked = asked(request);
        return asked == null ? address(otherwise) : asked;
    }

    /// {@return the address that a setting says: itself, or that of a route}
    static String address(Setting<String> setting) {
        Context site = Context.current();
        String text = site.settings().get(setting);
        return text.isEmpty() || text.indexOf('/') >= 0 ? text : site.get(Router.KEY).reverse(text);
    }
}
