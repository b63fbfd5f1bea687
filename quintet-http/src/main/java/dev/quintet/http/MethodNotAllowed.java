package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// The address exists, but not for this method: 405, with the methods that it takes in `Allow`.
public final class MethodNotAllowed extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Header allow;

    /// Names the method that was tried and those that would do.
    public MethodNotAllowed(String method, Collection<String> allowed) {
        super(
                Problem.of("http.E405", "The method " + method + " is not allowed here.")
                        .because("Allowed are: " + String.join(", ", sorted(allowed)) + "."),
                null);
        this.allow = Header.of("Allow", String.join(", ", sorted(allowed)));
    }

    @Override
    public int status() {
        return 405;
    }

    @Override
    public List<Header> headers() {
        return List.of(allow);
    }

    private static Collection<String> sorted(Collection<String> methods) {
        return new TreeSet<>(methods);
    }
}
