package dev.quintet.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which middleware of a site want to be asked more than {@link Middleware#handle}: those that
/// override a hook, so that all others cost nothing.
///
/// @param views asked before a view runs, the outermost first
/// @param pages asked before a page is rendered, the innermost first
record Hooks(List<Middleware> views, List<Middleware> pages) {

    static final Hooks NONE = new Hooks(List.of(), List.of());

    static Hooks of(List<Middleware> middleware) {
        return new Hooks(
                middleware.stream().filter(each -> overrides(each, "onView")).toList(),
                middleware.reversed().stream()
                        .filter(each -> overrides(each, "onRender"))
                        .toList());
    }

    /// {@return the answer of the first that does not let the view run, or `null`}
    @Nullable Response beforeView(Request request, RouteMatch match) throws Exception {
        for (Middleware each : views) {
            Response answer = each.onView(request, match);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    Renderable beforeRendering(Request request, Renderable page) throws Exception {
        Renderable changed = page;
        for (Middleware each : pages) {
            changed = each.onRender(request, changed);
        }
        return changed;
    }

    private static boolean overrides(Middleware middleware, String hook) {
        return Arrays.stream(middleware.getClass().getMethods())
                .filter(method -> method.getName().equals(hook))
                .map(Method::getDeclaringClass)
                .anyMatch(owner -> owner != Middleware.class);
    }
}
