package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Holds a list of middleware against what each says about its neighbours.
final class MiddlewareOrder {

    private MiddlewareOrder() {}

    static List<Problem> conflicts(List<Middleware> middleware) {
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<Class<?>>();
        for (int i = 0; i < middleware.size(); i++) {
            Middleware each = middleware.get(i);
            for (Class<?> outer : each.inside()) {
                int at = lastOf(outer, middleware);
                if (at > i) {
                    problems.add(order(each, middleware.get(at)));
                }
            }
            for (Class<?> needed : each.needs()) {
                int at = firstOf(needed, middleware);
                if (at < 0) {
                    problems.add(missing(each, needed));
                } else if (at > i) {
                    problems.add(order(each, middleware.get(at)));
                }
            }
            boolean named = !each.getClass().isHidden();
            if (named && !each.mayRepeat() && !seen.add(each.getClass())) {
                problems.add(
                        Problem.of(
                                        "http.E062",
                                        "The middleware " + each.name() + " is listed twice.")
                                .fixedBy("Take one of them out."));
            }
        }
        return List.copyOf(problems);
    }

    private static Problem order(Middleware inner, Middleware outer) {
        return Problem.of(
                        "http.E060",
                        "The middleware "
                                + outer.name()
                                + " is listed after "
                                + inner.name()
                                + ", which builds on it.")
                .fixedBy("List " + outer.name() + " before " + inner.name() + ".");
    }

    private static Problem missing(Middleware each, Class<?> needed) {
        return Problem.of(
                        "http.E061",
                        "The middleware "
                                + each.name()
                                + " needs "
                                + needed.getSimpleName()
                                + ", which is not listed.")
                .fixedBy("List " + needed.getSimpleName() + " before " + each.name() + ".");
    }

    private static int firstOf(Class<?> kind, List<Middleware> middleware) {
        for (int i = 0; i < middleware.size(); i++) {
            if (kind.isInstance(middleware.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int lastOf(Class<?> kind, List<Middleware> middleware) {
        int last = -1;
        for (int i = 0; i < middleware.size(); i++) {
            if (kind.isInstance(middleware.get(i))) {
                last = i;
            }
        }
        return last;
    }
}
