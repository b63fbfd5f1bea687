package dev.quintet.http;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One view, with all patterns on the way to it: what the router's index points at.
final class Leaf {

    final int order;
    final Route route;
    final String pattern;
    final List<PathPattern> steps;
    final Next handler;
    final @Nullable String host;

    private final List<Route> way;
    private final List<String> appNames = new ArrayList<>();
    private final List<String> namespaces = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Class<?>> types = new ArrayList<>();
    private final List<Middleware> middleware;
    private final boolean plain;
    private final List<@Nullable UnaryOperator<Object>> readers;

    /// Puts a leaf together.
    ///
    /// @param way the routes on the way, the outermost first, the view's own last
    /// @param steps their compiled patterns
    /// @throws RoutingException when the view does not take what is captured
    Leaf(int order, List<Route> way, List<PathPattern> steps) {
        this.order = order;
        this.way = List.copyOf(way);
        this.steps = List.copyOf(steps);
        this.route = way.getLast();
        String onHost = null;
        for (Route each : way) {
            onHost = each.host() == null ? onHost : each.host();
        }
        this.host = onHost;
        var shown = new StringBuilder();
        boolean extras = false;
        boolean positional = false;
        for (int i = 0; i < way.size(); i++) {
            String text = steps.get(i).text;
            shown.append(!shown.isEmpty() && text.startsWith("^") ? text.substring(1) : text);
            Routes included = way.get(i).included();
            if (included != null && included.appName() != null) {
                appNames.add(included.appName());
            }
            String namespace = way.get(i).namespace();
            if (namespace != null) {
                namespaces.add(namespace);
            }
            extras |= !way.get(i).extra().isEmpty();
            positional |= steps.get(i).positional() && !steps.get(i).names().isEmpty();
            names.addAll(steps.get(i).names());
            types.addAll(steps.get(i).types());
        }
        this.pattern = shown.toString();
        this.middleware = way.stream().flatMap(each -> each.middleware().stream()).toList();
        this.plain = !extras && !positional && names.size() == names.stream().distinct().count();
        ViewFunction view = java.util.Objects.requireNonNull(route.view());
        this.readers = plain ? ViewSignature.check(pattern, view, names, types) : checkOdd(view);
        this.handler = around(this::call);
    }

    /// {@return the match, for what the steps captured}
    RouteMatch match(Captures captures) {
        if (plain) {
            Map<String, @Nullable Object> kwargs = plainKwargs(captures);
            return new RouteMatch(
                    route,
                    pattern,
                    route.name(),
                    appNames,
                    namespaces,
                    List.of(),
                    kwargs,
                    steps.size() == 1 ? kwargs : lastCaptured(captures),
                    Map.of(),
                    middleware);
        }
        return oddMatch(captures);
    }

    private Map<String, @Nullable Object> plainKwargs(Captures captures) {
        int size = names.size();
        if (size == 0) {
            return Map.of();
        }
        var kwargs = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < size; i++) {
            Object value = captures.at(i);
            if (value != null) {
                kwargs.put(names.get(i), value);
            }
        }
        return kwargs;
    }

    private Map<String, @Nullable Object> lastCaptured(Captures captures) {
        PathPattern last = steps.getLast();
        var captured = new LinkedHashMap<String, @Nullable Object>();
        if (!last.positional()) {
            int first = captures.size() - last.names().size();
            for (int i = 0; i < last.names().size(); i++) {
                Object value = captures.at(first + i);
                if (value != null) {
                    captured.put(last.names().get(i), value);
                }
            }
        }
        return captured;
    }

    /// From the innermost step out: named values win over unnamed ones of the steps around them,
    /// what stands further in over what stands further out.
    private RouteMatch oddMatch(Captures captures) {
        List<@Nullable String> args = new ArrayList<>();
        var kwargs = new LinkedHashMap<String, @Nullable Object>();
        var extras = new LinkedHashMap<String, Object>();
        int end = captures.size();
        for (int i = steps.size() - 1; i >= 0; i--) {
            PathPattern step = steps.get(i);
            int first = end - step.names().size();
            var own = new LinkedHashMap<String, @Nullable Object>();
            List<@Nullable String> ownArgs = new ArrayList<>();
            for (int j = 0; j < step.names().size(); j++) {
                Object value = captures.at(first + j);
                if (step.positional()) {
                    ownArgs.add((String) value);
                } else if (value != null) {
                    own.put(step.names().get(j), value);
                }
            }
            own.putAll(way.get(i).extra());
            own.putAll(kwargs);
            kwargs = own;
            var ownExtras = new LinkedHashMap<String, Object>(way.get(i).extra());
            ownExtras.putAll(extras);
            extras = ownExtras;
            if (kwargs.isEmpty() || i == steps.size() - 1) {
                ownArgs.addAll(args);
                args = ownArgs;
            }
            end = first;
        }
        return new RouteMatch(
                route,
                pattern,
                route.name(),
                appNames,
                namespaces,
                args,
                kwargs,
                lastCaptured(captures),
                extras,
                middleware);
    }

    private List<@Nullable UnaryOperator<Object>> checkOdd(ViewFunction view) {
        // A capture that is replaced by an extra value, or repeated further in, is passed once.
        var once = new LinkedHashMap<String, Class<?>>();
        for (int i = 0; i < names.size(); i++) {
            Object extra = null;
            for (Route each : way) {
                extra = each.extra().getOrDefault(names.get(i), extra);
            }
            once.put(names.get(i), extra == null ? types.get(i) : extra.getClass());
        }
        return ViewSignature.check(
                pattern, view, List.copyOf(once.keySet()), List.copyOf(once.values()));
    }

    private Response call(Request request) throws Exception {
        return Answers.of(request, ask(request), pattern);
    }

    @SuppressWarnings("unchecked") // the captures were held against the view by ViewSignature
    private @Nullable Object ask(Request request) throws Exception {
        ViewFunction view = java.util.Objects.requireNonNull(route.view());
        return switch (view) {
            case View v -> v.handle(request);
            case View1<?> v -> {
                @Nullable Object[] a = passed(request, 1);
                yield ((View1<@Nullable Object>) v).handle(request, a[0]);
            }
            case View2<?, ?> v -> {
                @Nullable Object[] a = passed(request, 2);
                yield ((View2<@Nullable Object, @Nullable Object>) v).handle(request, a[0], a[1]);
            }
            case View3<?, ?, ?> v -> {
                @Nullable Object[] a = passed(request, 3);
                yield ((View3<@Nullable Object, @Nullable Object, @Nullable Object>) v)
                        .handle(request, a[0], a[1], a[2]);
            }
            case View4<?, ?, ?, ?> v -> {
                @Nullable Object[] a = passed(request, 4);
                yield ((View4<
                                        @Nullable Object,
                                        @Nullable Object,
                                        @Nullable Object,
                                        @Nullable Object>)
                                v)
                        .handle(request, a[0], a[1], a[2], a[3]);
            }
        };
    }

    private @Nullable Object[] passed(Request request, int count) {
        RouteMatch match = java.util.Objects.requireNonNull(request.resolved());
        var passed = new @Nullable Object[count];
        int at = 0;
        if (match.kwargs().isEmpty()) {
            for (String arg : match.args()) {
                if (at < count) {
                    passed[at++] = arg;
                }
            }
            return read(passed);
        }
        for (int i = 0; i < names.size() && at < count; i++) {
            if (names.indexOf(names.get(i)) == i) {
                passed[at++] = match.kwargs().get(names.get(i));
            }
        }
        return read(passed);
    }

    private @Nullable Object[] read(@Nullable Object[] passed) {
        for (int i = 0; i < passed.length && i < readers.size(); i++) {
            UnaryOperator<Object> reader = readers.get(i);
            Object value = passed[i];
            if (reader != null && value != null) {
                try {
                    passed[i] = reader.apply(value);
                } catch (IllegalArgumentException noSuchValue) {
                    throw new NotFound(gettext("There is no page for this address."));
                }
            }
        }
        return passed;
    }

    private Next around(Next inner) {
        Next next = inner;
        for (Middleware each : middleware.reversed()) {
            Next within = next;
            next = request -> each.handle(request, within);
        }
        return next;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
