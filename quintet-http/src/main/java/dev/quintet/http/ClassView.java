package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A view with a method for each method of HTTP. Django: `View`.
///
/// ```java
/// final class BasketPage extends ClassView {
///     @Override protected Object get() { return render(request(), "basket.html"); }
///     @Override protected Object post() { add(captured("id", Long.class)); return redirect("basket"); }
/// }
/// path("basket/<int:id>/", ClassView.of(BasketPage::new)).name("basket")
/// ```
///
/// Each request gets an instance of its own, so fields are its own too. What is not overridden is
/// answered 405; HEAD is answered by `get`, OPTIONS by the list of what there is. Behaviour is
/// composed by {@link #behaviours}, in the order stated there, or by interfaces with default
/// methods.
public abstract class ClassView {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private @Nullable Request request;
    private Set<String> allowed = Set.of();

    /// For views.
    protected ClassView() {}

    /// {@return a view that answers each request by a new instance}
    ///
    /// @param maker makes an instance, such as `BasketPage::new`
    /// @throws RoutingException when its behaviours are in each other's way
    public static View of(Supplier<? extends ClassView> maker) {
        ClassView sample = maker.get();
        Set<String> allowed = overridden(sample.getClass());
        List<Middleware> behaviours = List.copyOf(sample.behaviours());
        List<Problem> conflicts = MiddlewareOrder.conflicts(behaviours);
        if (!conflicts.isEmpty()) {
            throw new RoutingException(conflicts.getFirst());
        }
        return new Made(maker, allowed, behaviours, sample.getClass().getSimpleName());
    }

    /// The view of a class, as routes know it.
    @SuppressWarnings("serial") // a view is never serialised, only asked for its signature
    private record Made(
            Supplier<? extends ClassView> maker,
            Set<String> allowed,
            List<Middleware> behaviours,
            String name)
            implements View {

        @Override
        public Object handle(Request request) throws Exception {
            ClassView view = maker.get();
            view.allowed = allowed;
            Next next = seen -> Answers.of(seen, view.answer(seen), name);
            for (Middleware each : behaviours.reversed()) {
                Next within = next;
                next = seen -> each.handle(seen, within);
            }
            return behaviours.isEmpty() ? view.answer(request) : next.handle(request);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// {@return what stands around this view, the outermost first: guards, caches, one's own}
    ///
    /// Asked once, of an instance without a request.
    protected List<Middleware> behaviours() {
        return List.of();
    }

    /// {@return the request that this instance answers}
    protected final Request request() {
        return Objects.requireNonNull(request, "A view has no request before it is asked");
    }

    /// {@return a value that the route captured}
    ///
    /// @throws IllegalArgumentException when it captures nothing of this name and type
    protected final <T> T captured(String name, Class<T> type) {
        return request().captured(name, type);
    }

    /// Called before the method of the request; for what all of them need.
    ///
    /// @return an answer in place of theirs, or `null` to go on
    protected @Nullable Object before() throws Exception {
        return null;
    }

    /// {@return the answer to GET}
    protected Object get() throws Exception {
        throw notAllowed();
    }

    /// {@return the answer to HEAD: by default that to GET, whose body is not sent}
    protected Object head() throws Exception {
        return get();
    }

    /// {@return the answer to POST}
    protected Object post() throws Exception {
        throw notAllowed();
    }

    /// {@return the answer to PUT}
    protected Object put() throws Exception {
        throw notAllowed();
    }

    /// {@return the answer to PATCH}
    protected Object patch() throws Exception {
        throw notAllowed();
    }

    /// {@return the answer to DELETE}
    protected Object delete() throws Exception {
        throw notAllowed();
    }

    /// {@return the answer to OPTIONS: by default which methods there are}
    protected Object options() throws Exception {
        return Response.status(200).withHeader("Allow", String.join(", ", allowed));
    }

    private Object answer(Request asked) throws Exception {
        request = asked;
        Object early = before();
        if (early != null) {
            return early;
        }
        return switch (asked.method()) {
            case "GET" -> get();
            case "HEAD" -> head();
            case "POST" -> post();
            case "PUT" -> put();
            case "PATCH" -> patch();
            case "DELETE" -> delete();
            case "OPTIONS" -> options();
            default -> throw notAllowed();
        };
    }

    private MethodNotAllowed notAllowed() {
        return new MethodNotAllowed(request().method(), allowed);
    }

    /// Which methods a class answers: those that it, or one between it and this, overrides.
    private static Set<String> overridden(Class<?> type) {
        var found = new TreeSet<String>();
        found.add("OPTIONS");
        for (String method : METHODS) {
            if (overrides(type, method.toLowerCase(Locale.ROOT))) {
                found.add(method);
            }
        }
        if (found.contains("GET")) {
            found.add("HEAD");
        }
        return Collections.unmodifiableSet(found);
    }

    private static boolean overrides(Class<?> type, String name) {
        for (Class<?> at = type; at != null && at != ClassView.class; at = at.getSuperclass()) {
            for (var method : at.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
