package dev.quintet.bench.micro;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The view of an address, and the address of a view, among few routes and among many: it is to
/// cost the same.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RouterBench {

    /// How many routes there are.
    @Param({"10", "1000", "10000"})
    public int routes;

    private @Nullable Router router;
    private String plain = "";
    private String capturing = "";
    private String nowhere = "";

    static Response page(Request request, long id) {
        return Response.text("page " + id);
    }

    /// Half of the routes capture a number, a level further in.
    @Setup
    public void makeRoutes() {
        var all = new ArrayList<Route>();
        for (int i = 0; i < routes / 2; i++) {
            all.add(Routes.path("section" + i + "/", request -> Response.text("section")));
            all.add(
                    Routes.path("section" + i + "/items/<int:id>/", RouterBench::page)
                            .name("item" + i));
        }
        router = Router.of(Routes.of(all.toArray(Route[]::new)));
        int last = routes / 2 - 1;
        plain = "/section" + last + "/";
        capturing = "/section" + last + "/items/42/";
        nowhere = "/section" + last + "/items/x/";
    }

    private Router router() {
        return Objects.requireNonNull(router);
    }

    /// A path without captures.
    @Benchmark
    public @Nullable RouteMatch findsAPlainPath() {
        return router().resolve(plain);
    }

    /// A path with a number in it.
    @Benchmark
    public @Nullable RouteMatch findsAPathWithACapture() {
        return router().resolve(capturing);
    }

    /// A path that leads nowhere.
    @Benchmark
    public @Nullable RouteMatch findsNothing() {
        return router().resolve(nowhere);
    }

    /// The address of a view.
    @Benchmark
    public String reverses() {
        return router().reverse("item3", 42L);
    }
}
