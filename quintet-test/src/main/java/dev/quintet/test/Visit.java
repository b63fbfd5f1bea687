package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.http.Body;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.template.TemplateRendered;
import dev.quintet.web.SiteTemplates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A request on its way through the site and back, and those that its redirects ask for.
final class Visit {

    private static final int MOST_REDIRECTS = 20;

    private final Client client;
    private final boolean following;
    private final RunningSite site;
    private final List<Page.Redirect> redirects = new ArrayList<>();

    private Visit(Client client, boolean following, RunningSite site) {
        this.client = client;
        this.following = following;
        this.site = site;
    }

    static Visit of(Client client, boolean following) {
        return new Visit(client, following, Context.current().get(RunningSite.KEY));
    }

    Page go(String method, String url, boolean secure, UnaryOperator<RequestBuilder> fill) {
        Page page = ask(method, url, secure, fill);
        String asked = url;
        String verb = method;
        while (following && page.isRedirect()) {
            String location = page.header("Location");
            URI base = URI.create((secure ? "https" : "http") + "://testserver" + path(asked));
            URI next = base.resolve(location == null ? "" : location);
            redirects.add(new Page.Redirect(String.valueOf(location), page.status()));
            if (redirects.size() > MOST_REDIRECTS) {
                throw new PageException(
                        Problem.of("test.E012", "The site redirects without end.")
                                .because("The last was to " + location + "."));
            }
            if (!"testserver".equals(next.getHost())) {
                return page.after(redirects);
            }
            asked =
                    next.getRawPath()
                            + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
            boolean kept = page.status() == 307 || page.status() == 308;
            verb = kept || verb.equals("HEAD") ? verb : "GET";
            boolean tls = "https".equals(next.getScheme());
            page = ask(verb, asked, tls, kept ? fill : UnaryOperator.identity());
        }
        return page.after(redirects);
    }

    private Page ask(
            String method, String url, boolean secure, UnaryOperator<RequestBuilder> fill) {
        Instant now = site.context().clock().instant();
        RequestBuilder builder = RequestBuilder.of(method, url);
        client.cookies().sent(path(url), secure, now).forEach(builder::cookie);
        if (secure) {
            builder.secure();
        }
        Request request = fill.apply(builder).build();
        if (!client.csrfChecked()) {
            request = request.with(Csrf.UNCHECKED, true);
        }
        var witness = new Witness();
        RequestPipeline pipeline = watched(witness);
        Page page = answered(pipeline, request, url, witness);
        if (witness.thrown != null && page.status() >= 500 && !client.errorsShown()) {
            throw asItWas(witness.thrown, method, url);
        }
        return page;
    }

    private RequestPipeline watched(Witness witness) {
        RequestPipeline pipeline = site.pipeline();
        var middleware = new ArrayList<Middleware>(pipeline.middleware());
        middleware.add(witness);
        return pipeline.with(middleware);
    }

    private Page answered(RequestPipeline pipeline, Request request, String url, Witness witness) {
        var rendered = new ArrayList<TemplateRendered>();
        Thread mine = Thread.currentThread();
        var templates = site.context().get(SiteTemplates.KEY).rendered();
        try (var _ =
                templates.connect(event -> {
                    if (Thread.currentThread() == mine) {
                        rendered.add(event);
                    }
                })) {
            Response response = pipeline.handle(request);
            boolean silent = request.method().equals("HEAD");
            byte[] body = silent ? new byte[0] : bytes(response.body());
            client.cookies().take(response.cookies(), site.context().clock().instant());
            return new Page(url, response, body, rendered, witness.thrown, List.of());
        } finally {
            pipeline.close(request);
        }
    }

    private byte[] bytes(Body body) {
        return site.context()
                .call(() -> {
                    try {
                        return read(body);
                    } catch (IOException failed) {
                        throw new PageException(
                                Problem.of(
                                                "test.E013",
                                                "The body of the answer failed while it was sent.")
                                        .because(failed.toString()),
                                failed);
                    }
                });
    }

    private static byte[] read(Body body) throws IOException {
        switch (body) {
            case Body.Bytes(byte[] bytes) -> {
                return bytes;
            }
            case Body.File file -> {
                try (InputStream in = Files.newInputStream(file.path())) {
                    in.skipNBytes(file.offset());
                    return in.readNBytes(Math.toIntExact(file.length()));
                }
            }
            case Body.Stream stream -> {
                try (InputStream in = stream.open().open()) {
                    return in.readAllBytes();
                }
            }
            case Body.Written written -> {
                var out = new ByteArrayOutputStream();
                written.writer().write(out);
                return out.toByteArray();
            }
            case Body.Talk _ -> {
                return new byte[0];
            }
        }
    }

    private static String path(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    private static RuntimeException asItWas(Exception thrown, String method, String url) {
        if (thrown instanceof RuntimeException same) {
            return same;
        }
        return new PageException(
                Problem.of("test.E014", "The view of " + method + " " + url + " threw.")
                        .because(thrown.toString()),
                thrown);
    }

    /// The innermost middleware: sees what a view throws, and leaves it to the others.
    private static final class Witness implements Middleware {

        private @Nullable Exception thrown;

        @Override
        public Response handle(Request request, Next next) throws Exception {
            return next.handle(request);
        }

        @Override
        public @Nullable Response onException(Request request, Exception seen) {
            this.thrown = seen;
            return null;
        }
    }
}
