package dev.quintet.http;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.context.Cancellation;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// The way of a request through a site: context, middleware down, routes, view, middleware up.
///
/// ```java
/// RequestPipeline pipeline = RequestPipeline.of(site, Router.of(routes)).with(middleware);
/// Response response = pipeline.handle(RequestBuilder.get("/books/").build());
/// ```
///
/// The engine and the test client call the same {@link #handle}: it never throws. Put together once
/// when the site starts; immutable and safe for many threads.
public final class RequestPipeline {

    private final Context site;
    private final Router router;
    private final List<Middleware> middleware;
    private final RequestPolicy policy;
    private final Boundary boundary;
    private final Hooks hooks;
    private final Next chain;

    private RequestPipeline(
            Context site,
            Router router,
            List<Middleware> middleware,
            RequestPolicy policy,
            Boundary boundary) {
        this.site = site;
        this.router = router;
        this.middleware = middleware;
        this.policy = policy;
        this.boundary = boundary;
        this.hooks = Hooks.of(middleware);
        this.chain = chain();
    }

    private Next chain() {
        Next next = boundary.around(this::route);
        var row = new ArrayList<Passage>();
        for (Middleware each : middleware.reversed()) {
            if (each instanceof Passage passage) {
                row.addFirst(passage);
                continue;
            }
            Next within = row.isEmpty() ? next : new Passages(row, next, boundary);
            row.clear();
            next = boundary.around(request -> each.handle(request, within));
        }
        return row.isEmpty() ? next : new Passages(row, next, boundary);
    }

    /// {@return the way through a site without any middleware}
    ///
    /// @param site the site's context, with its settings; the router is added to it
    public static RequestPipeline of(Context site, Router router) {
        Settings settings = site.settings();
        boolean debug = settings.get(KernelSettings.DEBUG);
        var mappers = ServiceLoader.load(ExceptionMapper.class).stream();
        var debugPages = ServiceLoader.load(DebugPages.class).findFirst();
        ErrorPages pages = debug && debugPages.isPresent() ? debugPages.get() : new Pages(debug);
        return new RequestPipeline(
                site.with(Router.KEY, router).settled(),
                router,
                List.of(),
                RequestPolicy.of(settings),
                new Boundary(
                        pages,
                        new Pages(false),
                        mappers.<ExceptionMapper>map(ServiceLoader.Provider::get).toList()));
    }

    /// {@return this way, with these middleware in place of what it had, the outermost first}
    public RequestPipeline with(List<? extends Middleware> middleware) {
        return new RequestPipeline(site, router, List.copyOf(middleware), policy, boundary);
    }

    /// {@return this way, with the site's own error pages; where debug is on and a module brings
    /// {@link DebugPages}, those stay}
    public RequestPipeline errorPages(ErrorPages pages) {
        boolean debugs = boundary.pages() instanceof DebugPages;
        return new RequestPipeline(
                site, router, middleware, policy, debugs ? boundary : boundary.with(pages));
    }

    /// {@return the answer to a request as an engine or a test hands it over}
    public Response handle(RequestSource source) {
        return handle(Request.of(source, policy));
    }

    /// {@return the answer to a request, seen by this site's policy}
    public Response handle(Request request) {
        Request seen = request.within(policy, router, hooks);
        Cancellation cancellation = seen.cancellation();
        Context entered = seen.current(site);
        Context bound =
                cancellation == Cancellation.never()
                        ? entered
                        : entered.with(Cancellation.KEY, cancellation);
        try {
            return within(bound, bound.call(() -> answered(seen)));
        } catch (Exception unexpected) {
            // The boundary answers everything; what comes here has no page left to show.
            return Response.text("Internal Server Error").withStatus(500);
        }
    }

    /// What is written while it is sent asks the same site as the view did.
    private static Response within(Context bound, Response answer) {
        return switch (answer.body()) {
            case Body.Written(Body.Writer writer) ->
                    answer.withBody(
                            new Body.Written(out ->
                                    bound.<Boolean, IOException>call(() -> {
                                        writer.write(out);
                                        return true;
                                    })));
            case Body.Stream(Body.Source source, long length) ->
                    answer.withBody(
                            new Body.Stream(
                                    () -> bound.<InputStream, IOException>call(source::open),
                                    length));
            default -> answer;
        };
    }

    private Response answered(Request request) throws Exception {
        RequestSignals.started(request);
        Response response = chain.handle(request);
        RequestSignals.finished(request, response);
        return response;
    }

    /// Deletes what a request left on disk; called by the engine after the answer was sent.
    public void close(Request request) {
        request.close();
    }

    /// {@return the site's context, with its router}
    public Context site() {
        return site;
    }

    /// {@return the site's routes}
    public Router router() {
        return router;
    }

    /// {@return what the site believes of a request}
    public RequestPolicy policy() {
        return policy;
    }

    /// {@return the middleware, the outermost first}
    public List<Middleware> middleware() {
        return middleware;
    }

    /// {@return what is wrong with the order of the middleware; empty where nothing is}
    public List<Problem> conflicts() {
        return MiddlewareOrder.conflicts(middleware);
    }

    /// {@return all stations of a request on its way in; the answer comes back by the same}
    public List<Stage> stages() {
        var stages = new ArrayList<Stage>();
        stages.add(new Stage("engine", "reads the request, within the limits of size and time"));
        stages.add(new Stage("context", "binds the site's settings, clock and parts"));
        for (Middleware each : middleware) {
            stages.add(new Stage(each.name(), "middleware"));
        }
        stages.add(new Stage("routes", "finds the view among " + router.patterns().size()));
        stages.add(new Stage("view", "answers, inside of the middleware of its route"));
        stages.add(new Stage("error pages", "turn whatever was thrown into an answer"));
        stages.add(new Stage("engine", "sends the answer, and deletes temporary files"));
        return stages;
    }

    private Response route(Request request) throws Exception {
        Router.Found found = request.found();
        Leaf leaf = found.leaf();
        if (leaf == null) {
            return nowhere(request, found);
        }
        request.arrives();
        try {
            RouteMatch match = found.match();
            Response instead = match == null ? null : hooks.beforeView(request, match);
            return instead == null ? leaf.handler.handle(request) : instead;
        } catch (Exception thrown) {
            Response answer = ask(request, thrown);
            if (answer == null) {
                throw thrown;
            }
            return answer;
        }
    }

    private static Response nowhere(Request request, Router.Found found) {
        if (found.allowed().isEmpty()) {
            throw new NotFound(gettext("There is no page at %s.").formatted(request.path()));
        }
        if (request.is("OPTIONS")) {
            return Response.status(200).withHeader("Allow", String.join(", ", found.allowed()));
        }
        throw new MethodNotAllowed(request.method(), found.allowed());
    }

    private @Nullable Response ask(Request request, Exception thrown) throws Exception {
        for (int i = middleware.size() - 1; i >= 0; i--) {
            Response answer = middleware.get(i).onException(request, thrown);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }
}
